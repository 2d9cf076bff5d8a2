package query

type functionNames struct{}
