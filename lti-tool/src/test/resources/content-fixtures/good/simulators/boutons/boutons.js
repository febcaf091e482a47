Simulator.define({ start: function () { return { facts: function () { return {}; } }; } });
