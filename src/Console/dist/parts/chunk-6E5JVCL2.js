import{i as n}from"./chunk-D7FHGQXZ.js";var l=n(null);export{l as a};
