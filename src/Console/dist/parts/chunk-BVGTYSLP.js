import{j as n}from"./chunk-2LNYGHQW.js";var l=n(null);export{l as a};
