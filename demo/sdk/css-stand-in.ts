// What Jest gets for a style sheet: it has no layout, so it needs no rules.
export {};
