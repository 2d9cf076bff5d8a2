package fleet

import "github.com/weir-flow/weir/internal/finding"

// noise lists what is harmless and must stay silent, and why.
func (w *World) noise() []Noise {
	out := []Noise{
		{Who: "load balancers, databases, resolvers", Why: "servers with many clients", IDs: w.roles("load balancer", "postgres", "mysql", "redis", "kafka", "resolver")},
		{Who: "monitoring", Why: "touches every host by the clock: 9100, 22 and ping, all answered", IDs: w.roles("monitoring")},
		{Who: "bastion", Why: "administrators log in over SSH and RDP, from the office's addresses", IDs: append(w.roles("bastion"), w.pool(office)...)},
		{Who: "backup", Why: "gigabytes to the storage service every night at about 02:17 UTC, in a busy estate dumps at 01:30 and a full backup on Sundays at 02:50", IDs: w.roles("backup")},
		{Who: "every host to time servers and its resolver", Why: "by the clock", IDs: w.pool(ntp)},
		{Who: "monitoring's vendor", Why: "every 15 minutes an upload of equal size", IDs: w.pool(vendor)},
		{Who: "partners", Why: "APIs that apps call; in a busy estate with connections of hours", IDs: w.pool(saas)},
		{Who: "clients of load balancers", Why: "late packets of closed connections are refused"},
		{Who: "hosts that come and go", Why: "autoscaling: addresses pass from app to app"},
		{Who: "standby interfaces", Why: "NODATA all along", IDs: w.roles("standby")},
	}
	if w.cfg.Busy {
		out = append(out,
			Noise{Who: "agents and updates of every host", Why: "call home by the clock", IDs: w.pool(updates)},
			Noise{Who: "deployments", Why: "hosts of an app fetch an image one after the other on Tuesdays and Thursdays"},
			Noise{Who: "health checks of load balancers", Why: "by the clock"},
		)
	}
	return out
}

// roles are the hosts with one of some roles.
func (w *World) roles(names ...string) (out []finding.Entity) {
	for _, n := range w.interfaces {
		for _, name := range names {
			if n.Role == name && n.To == w.end {
				out = append(out, finding.Entity{Kind: finding.KindAddress, Network: n.Network, ID: n.Addr.IP.String()})
			}
		}
	}
	return out
}

// pool are the addresses of an outside group.
func (w *World) pool(p int) (out []finding.Entity) {
	for _, a := range w.accounts {
		for _, x := range a.pools[p] {
			out = append(out, finding.Entity{Kind: finding.KindAddress, ID: x.IP.String()})
		}
	}
	return out
}
