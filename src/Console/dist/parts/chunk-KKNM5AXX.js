import{i as n}from"./chunk-LZHJLR2K.js";var l=n(null);export{l as a};
