package main

import "context"

func licences(ctx context.Context, s settings) (tree, error) {
	return moduleTexts(ctx, s.bin)
}
