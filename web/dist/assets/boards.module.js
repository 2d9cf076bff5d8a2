var boardKey = (name) => [
	"/shelf/{kind}/{name}",
	{
		kind: "board",
		name
	},
	null
];
var boards_module_default = {
	page: "boards-module_page",
	head: "boards-module_head",
	actions: "boards-module_actions",
	cards: "boards-module_cards",
	card: "boards-module_card",
	grid: "boards-module_grid",
	wide: "boards-module_wide",
	pin: "boards-module_pin",
	choose: "boards-module_choose"
};
export { boardKey as n, boards_module_default as t };
