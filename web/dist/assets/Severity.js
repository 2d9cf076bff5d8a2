import "./Badge.js";
