package fleet

import "time"

// HostsConfig returns settings of a busy estate of so many hosts, every day a full one,
// without attacks: about records records, or with 0 a thousand for each host and day.
func HostsConfig(hosts, days, records int, end time.Time) Config {
	c := DefaultConfig()
	c.Hosts, c.Days, c.Records, c.End = hosts, days, records, end.UTC().Truncate(time.Minute)
	c.Full, c.Busy, c.Delivery.Stamp = true, true, true
	if records == 0 {
		c.Records = 1000 * hosts * days
	}
	return c
}

// DemoConfig returns the demo's fortnight with its attacks: thin days, then a full one,
// with one attack of each family on it, and the logs of a transit gateway.
func DemoConfig(end time.Time) Config {
	c := DefaultConfig()
	c.End = end.UTC().Truncate(time.Minute)
	c.Cells, c.Width = 8, 2 // hosts enough in the first cells, which have a history, for one attack each
	c.Calm, c.Delivery.Stamp = true, true
	c.Plant = Plant{Attacks: DemoAttacks(), LastDay: true}
	c.Joined = Joined{VPCs: 3, Gateway: EveryAttachment, Share: 0.02}
	return c
}
