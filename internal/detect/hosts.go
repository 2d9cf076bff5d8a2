package detect
type Hosts struct{}
