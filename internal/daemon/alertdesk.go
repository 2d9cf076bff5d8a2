package daemon

import (
	"context"
	"encoding/json"
	"errors"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/asset"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
	"github.com/weir-flow/weir/internal/state"
)

// The words of alerts, for those who print them.
type (
	AlertStatus    = alert.Status
	AlertDetail    = alert.Detail
	AlertCounts    = alert.Counts
	Verdict        = alert.Verdict
	Silence        = alert.Silence
	SilenceMatches = alert.Matches
	AuditEntry     = alert.Entry
	EntityRisk     = alert.EntityRisk
	Delivery       = notify.Delivery
	NotifyTarget   = notify.Target
)

// AlertStatuses are all statuses, in the order of an alert's life.
var AlertStatuses = []AlertStatus{alert.Pending, alert.Firing, alert.Acknowledged, alert.Resolved}

// AfterAlert returns the place in lists behind an alert.
func AfterAlert(a Alert) alert.Cursor { return alert.CursorOf(a) }

// ParseVerdict reads a verdict.
func ParseVerdict(text string) (Verdict, error) { return alert.ParseVerdict(text) }

// AlertDesk is what people do with alerts. It needs the state of a data directory and
// no engine, and works beside a server on the same directory.
type AlertDesk struct {
	*alert.Store
	Outbox *notify.Outbox

	desk
}

// OpenDesk opens the alerts of a data directory.
func OpenDesk(ctx context.Context, cfg Config) (_ *AlertDesk, err error) {
	d := &AlertDesk{}
	if d.desk, err = openDesk(cfg); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, d.Close())
		}
	}()
	if d.Store, err = alert.Open(ctx, d.db, alert.Config{Changed: hear}); err != nil {
		return nil, err
	}
	d.Outbox, err = notify.Open(ctx, d.db, notify.Config{Log: cfg.Log})
	return d, err
}

// hear puts what has happened to alerts into the outbox.
func hear(tx *state.Tx, changes []alert.Change) error {
	events := make([]notify.Event, 0, len(changes))
	for _, c := range changes {
		a := c.Alert
		if !a.SilencedUntil.After(c.At) { // one that is over is none
			a.SilencedUntil = time.Time{}
		}
		text, err := json.Marshal(a)
		if err != nil {
			return err
		}
		events = append(events, notify.Event{
			Kind: eventKinds[c.Kind], At: c.At, By: c.By, Alert: a.ID, Rule: a.Rule, Family: a.Family, Title: a.Title, Why: a.Why, Entity: a.Entity.String(),
			Severity: a.Severity, Page: a.Page, Exposure: a.Exposure, FirstSeen: a.FirstSeen, LastSeen: a.LastSeen, Count: a.Count,
			Response: a.Response, Verdict: string(a.Verdict), Body: text,
		})
	}
	return notify.Put(tx, events...)
}

var eventKinds = map[alert.Kind]notify.Kind{alert.Fired: notify.Fired, alert.WasAcked: notify.Acknowledged, alert.WasSolved: notify.Resolved}

// hubs tells of the entities that the user's assets name as standing for many others.
func (l *Lookup) hubs() func(finding.Entity) bool {
	if l.cfg.Assets == "" {
		return nil
	}
	assets, err := asset.Load(l.cfg.Assets)
	if err != nil {
		l.cfg.Log.Warn("roles of hosts are not known to incidents", "err", err)
		return nil
	}
	return func(e finding.Entity) bool {
		addr, err := netip.ParseAddr(e.ID)
		if e.Kind != finding.KindAddress || err != nil {
			return false
		}
		a, ok := assets.Lookup(e.Network, addr.As16(), "")
		return ok && (isHub(a.Role) || isHub(a.App))
	}
}

// hubWords are what hosts that stand for many others are called.
var hubWords = []string{"nat", "balancer", "lb", "alb", "nlb", "elb", "proxy", "resolver", "dns", "scanner"}

func isHub(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r < '0' || r > '9' && r < 'a' || r > 'z' })
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(hubWords, w) })
}
