// Package app says what runs at an interface from what its records carry.
//
// An app is what runs, not where: the first of ECS service, auto-scaling-group
// tag, instance tag, interface tag, resource and managed interface type that
// the record has. What the logs cannot say is left to the user's assets.
package app

import (
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// order lists the fields that name an app, the most telling first.
var order = []record.FieldID{
	record.ECSServiceName,
	record.ASGTag,
	record.InstanceTag,
	record.InterfaceTag,
	record.ResourceID,
}

// managed are the interface types of things that AWS runs for the user; an
// ordinary interface's type says nothing about what runs there.
var managed = []string{"nat_gateway", "regional_nat_gateway", "network_load_balancer", "load_balancer", "amazon-elb", "gateway_load_balancer", "transit_gateway", "vpc_endpoint"}

// Name returns the app of an interface, or "" when its context tuple does not
// tell. A managed interface is named by its type and id, as two load balancers
// are two apps.
func Name(context *record.Tuple) string {
	value := func(id record.FieldID) string { return context.Value(record.Get(id).Slot) }
	for _, id := range order {
		if v := value(id); v != "" {
			return v
		}
	}
	kind := value(record.InterfaceType)
	for _, m := range managed {
		if kind == m {
			return strings.TrimSpace(kind + " " + value(record.InterfaceID))
		}
	}
	return ""
}
