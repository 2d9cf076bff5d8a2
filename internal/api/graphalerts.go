package api

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// maxAlerted bounds the open alerts that the graph counts, and the addresses whose
// apps it looks up for them.
const maxAlerted = 400

// appsOf remembers the apps of addresses that alerts name: looking them up reads
// records.
type appsOf struct {
	mu   sync.Mutex
	at   time.Time
	apps map[string]string // network/address -> ID of the app, "" for none
}

const appsAge = 10 * time.Minute

// alerted returns for each app the open alerts about it, without the noise of the
// internet: those about the app, or about an address or an edge of it.
func (a *API) alerted(ctx context.Context, since, until time.Time) (map[string]map[string]bool, error) {
	out := map[string]map[string]bool{}
	if a.cfg.Alerts == nil || !a.scope(ctx).All {
		return out, nil
	}
	add := func(app, id string) {
		if out[app] == nil {
			out[app] = map[string]bool{}
		}
		out[app][id] = true
	}
	byAddress := map[string][]string{}
	exposure := false
	err := a.cfg.Alerts.List(ctx, alert.Filter{Statuses: []alert.Status{alert.Firing, alert.Acknowledged}, Exposure: &exposure, Limit: maxAlerted}, func(one alert.Alert) error {
		for _, e := range append([]finding.Entity{one.Entity}, one.Touches...) {
			switch {
			case e.Network == "":
			case e.Kind == finding.KindApp:
				add(e.String(), one.ID)
			case e.Kind == finding.KindEdge:
				if client, _, ok := strings.Cut(e.ID, " > "); ok {
					add(e.Network+"/"+client, one.ID)
				}
			case e.Kind == finding.KindAddress:
				byAddress[e.String()] = append(byAddress[e.String()], one.ID)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	apps, err := a.appsOfAddresses(ctx, byAddress, since, until)
	if err != nil {
		return nil, err
	}
	for address, ids := range byAddress {
		if app := apps[address]; app != "" {
			for _, id := range ids {
				add(app, id)
			}
		}
	}
	return out, nil
}

// appsOfAddresses says which apps addresses belonged to in a range.
func (a *API) appsOfAddresses(ctx context.Context, wanted map[string][]string, since, until time.Time) (map[string]string, error) {
	c := &a.apps
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := a.cfg.Now(); c.apps == nil || now.Sub(c.at) > appsAge {
		c.apps, c.at = map[string]string{}, now
	}
	var missing []string
	for entity := range wanted {
		if _, ok := c.apps[entity]; !ok && len(missing) < maxAlerted {
			missing = append(missing, entity[strings.LastIndexByte(entity, '/')+1:])
			c.apps[entity] = ""
		}
	}
	if len(missing) == 0 {
		return c.apps, nil
	}
	for _, side := range []struct {
		name               string
		addr, network, app record.FieldID
	}{{"srcaddr", record.SrcAddr, record.SrcNetwork, record.SrcApp}, {"dstaddr", record.DstAddr, record.DstNetwork, record.DstApp}} {
		var t query.Table
		_, err := a.cfg.Query.Run(ctx, query.Request{
			Filter: side.name + `:("` + strings.Join(missing, `" "`) + `")`, Since: since, Until: until, Scope: a.scope(ctx), TrafficOnly: true,
			GroupBy: []record.FieldID{side.addr, side.network, side.app}, Aggregates: []query.Aggregate{{Function: query.Count}}, Limit: 10 * maxAlerted,
		}, &t)
		if err != nil {
			return nil, fmt.Errorf("look up apps of addresses: %w", err)
		}
		for _, row := range t.Rows {
			entity := row.Text(1) + "/" + row.Text(0)
			if app := row.Text(2); app != "" && c.apps[entity] == "" {
				c.apps[entity] = row.Text(1) + "/" + app
			}
		}
	}
	return c.apps, nil
}
