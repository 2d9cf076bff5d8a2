package s3

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Statement is one permission of a policy.
type Statement struct {
	Sid       string
	Effect    string
	Action    string
	Resource  any `json:",omitempty"` // an ARN, or a list of them
	Condition any `json:",omitempty"`
}

// Policy is an IAM policy document.
type Policy struct {
	Version   string
	Statement []Statement
}

// PolicyFor returns the least that the sources and watches of a path need, in the
// partition of the region ("" is that of most): listing keys that begin with the
// prefix, reading what is below it, and decrypting with a KMS key if there is one.
func PolicyFor(path, kmsKey, region string) (*Policy, error) {
	bucket, prefix, err := Split(path)
	if err != nil {
		return nil, err
	}
	prefix = literal.Replace(prefix)
	partition := "aws"
	switch {
	case strings.HasPrefix(region, "cn-"):
		partition = "aws-cn"
	case strings.HasPrefix(region, "us-gov-"):
		partition = "aws-us-gov"
	}
	if kmsKey != "" {
		parts := strings.SplitN(kmsKey, ":", 6)
		if len(parts) != 6 || parts[0] != "arn" || parts[2] != "kms" || !strings.HasPrefix(parts[5], "key/") {
			return nil, fmt.Errorf("KMS key %q: not of the form arn:aws:kms:region:account:key/id", kmsKey)
		}
		partition = parts[1]
	}
	arn := "arn:" + partition + ":s3:::" + bucket
	list := Statement{Sid: "ListFlowLogs", Effect: "Allow", Action: "s3:ListBucket", Resource: arn}
	read := Statement{Sid: "ReadFlowLogs", Effect: "Allow", Action: "s3:GetObject", Resource: arn + "/*"}
	switch {
	case prefix == "":
	case strings.HasSuffix(prefix, "/"):
		list.Condition = prefixes(prefix + "*")
		read.Resource = arn + "/" + prefix + "*"
	default: // an object, a folder or the beginning of keys
		list.Condition = prefixes(prefix, prefix+"/*")
		read.Resource = []string{arn + "/" + prefix, arn + "/" + prefix + "/*"}
	}
	p := &Policy{Version: "2012-10-17", Statement: []Statement{list, read}}
	if kmsKey != "" {
		p.Statement = append(p.Statement, Statement{Sid: "DecryptFlowLogs", Effect: "Allow", Action: "kms:Decrypt", Resource: kmsKey})
	}
	return p, nil
}

// literal keeps characters of a key from being wildcards or variables.
var literal = strings.NewReplacer("*", "${*}", "?", "${?}", "$", "${$}")

func prefixes(patterns ...string) any {
	return map[string]any{"StringLike": map[string]any{"s3:prefix": patterns}}
}

// String is the document as it is pasted into a console.
func (p *Policy) String() string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(p); err != nil {
		return err.Error() // strings and lists of them always encode
	}
	return b.String()
}
