package api

import (
	"context"
	"fmt"
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
)

// responseBlock is one thing to do, as text to copy. Nothing is run by weir.
type responseBlock struct {
	Title     string `json:"title"`
	Doc       string `json:"doc"`
	CLI       string `json:"cli"`
	Terraform string `json:"terraform"`
}

// maxDenied is for how many addresses and subnets commands are written.
const maxDenied = 5

// AlertResponse implements [StrictServerInterface].
func (a *API) AlertResponse(ctx context.Context, r AlertResponseRequestObject) (AlertResponseResponseObject, error) {
	d, err := a.alertOf(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	out := struct {
		Steps  []string        `json:"steps"`
		Blocks []responseBlock `json:"blocks"`
	}{append([]string{}, d.Response...), []responseBlock{}}
	_, end, err := a.extentOf(ctx)
	if err != nil {
		return nil, err
	}
	from, to := d.FirstSeen.Add(-time.Hour), d.LastSeen.Add(time.Hour)
	homes := func(e finding.Entity) []home {
		if end.IsZero() {
			return nil
		}
		list, err := a.homesOf(ctx, ownRecords(e), from, to, maxDenied)
		if err != nil {
			a.log.Warn("where a host is at home is not known", "err", err)
		}
		return slices.DeleteFunc(list, func(h home) bool { return !h.sound() })
	}
	inside, outside := ends(d)
	inward := d.SrcAddr.IsValid() && public(d.SrcAddr)
	for _, far := range outside {
		var at []home
		for _, e := range inside {
			at = append(at, homes(e)...)
		}
		if len(inside) == 0 && d.Evidence.Filter != "" && !end.IsZero() { // a source and very many targets
			list, err := a.homesOf(ctx, "("+d.Evidence.Filter+") AND witness:dst", from, to, maxDenied)
			if err == nil {
				at = slices.DeleteFunc(list, func(h home) bool { return !h.sound() })
			}
		}
		out.Blocks = append(out.Blocks, denyBlock(far, at, inward))
	}
	if d.Family == finding.LogHealth {
		if miss := d.Evidence.Missing; miss != nil && sound(miss.InterfaceID) {
			out.Blocks = append(out.Blocks, flowLogBlock(miss.InterfaceID))
		}
	}
	if compromised(d) {
		for i, e := range inside {
			if i == maxDenied {
				break
			}
			list := homes(e)
			if len(list) == 0 {
				list = []home{{}}
			}
			out.Blocks = append(out.Blocks, isolateBlock(e, list[0]))
		}
	}
	return jsonAnswer{out}, nil
}

// ends returns the internal hosts and the public addresses that an alert is about.
// Hosts on the inside that were only called are left out where others did the calling.
func ends(d alert.Detail) (inside []finding.Entity, outside []netip.Addr) {
	for i, e := range alert.Entities(d.Finding) {
		addr, ok := addressOf(e)
		switch {
		case !ok:
		case public(addr):
			if len(outside) < maxDenied && !slices.Contains(outside, addr) {
				outside = append(outside, addr)
			}
		case i == 0 || !compromised(d) || len(inside) == 0:
			if len(inside) < maxDenied {
				inside = append(inside, e)
			}
		}
	}
	return inside, outside
}

func public(a netip.Addr) bool { return iana.ScopeOf(a.As16()) == iana.Public }

// compromised reports whether an alert tells of a host of ours that does what it
// should not.
func compromised(d alert.Detail) bool {
	if d.Exposure {
		return false
	}
	switch d.Family {
	case finding.GuessSuccess, finding.C2, finding.Beacon, finding.Exfil, finding.Lateral, finding.KnownBad, finding.LongConnection, finding.LowSlow,
		finding.NewDestination, finding.ForbiddenDestination, finding.FloodOut, finding.Incident:
		return true
	case finding.Scan, finding.Guess:
		return d.SrcAddr.IsValid() && !public(d.SrcAddr)
	}
	return false
}

// Only what looks like a name of AWS comes into a command: all of it is from logs.
var awsName = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)+$`)

func sound(name string) bool { return len(name) <= 64 && awsName.MatchString(name) }

func (h home) sound() bool {
	for _, name := range []string{h.Interface, h.Instance, h.Subnet, h.VPC, h.Region} {
		if name != "" && !sound(name) {
			return false
		}
	}
	return true
}

// or is a name, or a place to fill in.
func or(name, place string) string {
	if name == "" {
		return place
	}
	return name
}

func region(name string) string {
	if name == "" {
		return ""
	}
	return " --region " + name
}

// subnetsOf are the distinct subnets of homes.
func subnetsOf(at []home) (list []home) {
	for _, h := range at {
		if h.Subnet != "" && !slices.ContainsFunc(list, func(o home) bool { return o.Subnet == h.Subnet }) && len(list) < maxDenied {
			list = append(list, h)
		}
	}
	if len(list) == 0 {
		list = []home{{}}
	}
	return list
}

// denyBlock denies an address in the network ACLs of subnets: what comes from it, or
// what goes to it.
func denyBlock(far netip.Addr, at []home, inward bool) responseBlock {
	prefix, _ := far.Prefix(far.BitLen()) // all of it fits
	flag, key, way := "--cidr-block", "cidr_block", "--egress"
	if far.Is6() {
		flag, key = "--ipv6-cidr-block", "ipv6_cidr_block"
	}
	b := responseBlock{Title: "Deny all to " + far.String(), Doc: "Adds a rule to the network ACL of the subnet"}
	if inward {
		b.Title, way = "Deny all from "+far.String(), "--ingress"
	}
	subnets := subnetsOf(at)
	if len(subnets) > 1 {
		b.Doc += "s"
	}
	b.Doc += ". Network ACLs keep no state and are read in the order of their numbers: choose one that is free and below those that allow."
	var cli, tf strings.Builder
	for i, h := range subnets {
		if i > 0 {
			cli.WriteString("\n")
			tf.WriteString("\n")
		}
		subnet := or(h.Subnet, "SUBNET_ID")
		fmt.Fprintf(&cli, "ACL=$(aws ec2 describe-network-acls%s --filters Name=association.subnet-id,Values=%s --query 'NetworkAcls[0].NetworkAclId' --output text)\n", region(h.Region), subnet)
		fmt.Fprintf(&cli, "aws ec2 create-network-acl-entry%s --network-acl-id \"$ACL\" %s --rule-number 50 --protocol -1 --rule-action deny %s %s\n", region(h.Region), way, flag, prefix)
		fmt.Fprintf(&cli, "# to take it back:\n# aws ec2 delete-network-acl-entry%s --network-acl-id \"$ACL\" %s --rule-number 50\n", region(h.Region), way)

		name := strings.NewReplacer(".", "_", ":", "_").Replace(far.String()) + "_" + strings.NewReplacer("-", "_").Replace(subnet)
		fmt.Fprintf(&tf, "data \"aws_network_acls\" \"%s\" {\n  filter {\n    name   = \"association.subnet-id\"\n    values = [%q]\n  }\n}\n\n", strings.ReplaceAll(subnet, "-", "_"), subnet)
		fmt.Fprintf(&tf, "resource \"aws_network_acl_rule\" \"deny_%s\" {\n  network_acl_id = one(data.aws_network_acls.%s.ids)\n  rule_number    = 50\n  egress         = %t\n  protocol       = \"-1\"\n  rule_action    = \"deny\"\n  %-14s = %q\n}\n",
			name, strings.ReplaceAll(subnet, "-", "_"), !inward, key, prefix)
	}
	b.CLI, b.Terraform = cli.String(), tf.String()
	return b
}

// isolateBlock takes a host off the net and keeps what it holds, in the order of the
// AWS Security Incident Response Guide.
func isolateBlock(e finding.Entity, h home) responseBlock {
	r, vpc, instance, eni := region(h.Region), or(h.VPC, "VPC_ID"), or(h.Instance, "INSTANCE_ID"), or(h.Interface, "INTERFACE_ID")
	id := e.ID
	if !plainName.MatchString(id) {
		id = "host"
	}
	b := responseBlock{
		Title: "Isolate " + e.String() + " and keep the evidence",
		Doc: "The order of the AWS Security Incident Response Guide: nothing is shut down, as its memory would be lost. Connections that are open " +
			"end only when no security group tracks them any more, so all rules have to go.",
	}
	b.CLI = fmt.Sprintf(`# 1. it cannot be ended by mistake, and says why it is kept
aws ec2 modify-instance-attribute%[1]s --instance-id %[3]s --disable-api-termination
aws ec2 create-tags%[1]s --resources %[3]s --tags Key=incident,Value=quarantine
# 2. out of the load balancers and the Auto Scaling group
aws autoscaling detach-instances%[1]s --instance-ids %[3]s --auto-scaling-group-name GROUP --should-decrement-desired-capacity
# 3. off the net: a security group without rules
SG=$(aws ec2 create-security-group%[1]s --group-name quarantine-%[5]s --description quarantine --vpc-id %[2]s --query GroupId --output text)
aws ec2 revoke-security-group-egress%[1]s --group-id "$SG" --protocol -1 --cidr 0.0.0.0/0
aws ec2 modify-network-interface-attribute%[1]s --network-interface-id %[4]s --groups "$SG"
# 4. its disks, as they are now
aws ec2 create-snapshots%[1]s --instance-specification InstanceId=%[3]s --description quarantine
# 5. what its role was given until now is void
aws iam put-role-policy --role-name ROLE --policy-name revoke-older-sessions --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"'"$(date -u +%%FT%%TZ)"'"}}}]}'
`, r, vpc, instance, eni, strings.NewReplacer(".", "-", ":", "-").Replace(id))
	b.Terraform = fmt.Sprintf(`resource "aws_security_group" "quarantine" {
  name        = "quarantine-%[3]s"
  description = "no rules: nothing comes in and nothing goes out"
  vpc_id      = %[1]q
}

# in place of the other groups of %[2]s
resource "aws_network_interface_sg_attachment" "quarantine" {
  security_group_id    = aws_security_group.quarantine.id
  network_interface_id = %[2]q
}
`, vpc, eni, strings.NewReplacer(".", "-", ":", "-").Replace(id))
	return b
}

var plainName = regexp.MustCompile(`^[A-Za-z0-9.:_-]{1,64}$`)

func flowLogBlock(eni string) responseBlock {
	return responseBlock{
		Title: "See why " + eni + " does not log",
		Doc:   "The flow log may be deleted, its role may lack rights, or the bucket may refuse. A log of the subnet or the VPC covers the interface, too.",
		CLI: fmt.Sprintf(`aws ec2 describe-network-interfaces --network-interface-ids %[1]s --query 'NetworkInterfaces[0].[Status,SubnetId,VpcId]'
aws ec2 describe-flow-logs --filter Name=resource-id,Values=%[1]s --query 'FlowLogs[].[FlowLogId,FlowLogStatus,DeliverLogsStatus,DeliverLogsErrorMessage]'
aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=DeleteFlowLogs --max-results 10
`, eni),
	}
}
