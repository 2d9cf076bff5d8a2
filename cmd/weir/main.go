// Command weir reads flow logs into a compact store and answers questions over them.
package main

import (
	"fmt"
	"os"

	"github.com/weir-flow/weir/internal/build"
)

func main() {
	if len(os.Args) != 2 || os.Args[1] != "version" {
		fmt.Fprintln(os.Stderr, "usage: weir version")
		os.Exit(2)
	}
	fmt.Println(build.Read())
}
