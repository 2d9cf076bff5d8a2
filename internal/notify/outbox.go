package notify

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// Config tunes an [Outbox]. Its zero value is good.
type Config struct {
	Log *slog.Logger
	// MaxAge is how old the last record of an alert may be for the alert to be told
	// of: what is found in old logs wakes nobody. 0: [DefaultMaxAge]; negative: any.
	MaxAge   time.Duration
	First    time.Duration    // before the second try; 0: 5 s
	Patience time.Duration    // for how long is tried; 0: 24 h
	Every    time.Duration    // between two looks into the outbox; 0: 1 s
	Now      func() time.Time // for tests
}

// DefaultMaxAge is for how long alerts are news.
const DefaultMaxAge = 7 * 24 * time.Hour

const (
	keepEvents = 30 * 24 * time.Hour // what was sent is remembered for so long
	slowest    = 15 * time.Minute    // between two tries
	oneTry     = time.Minute         // a try takes no longer
)

// Outbox holds what is to be told. It is safe for use by several goroutines; one
// process at a time runs it, others may put into it.
type Outbox struct {
	db   *state.DB
	cfg  Config
	mu   sync.Mutex
	wake map[string]chan struct{} // by target; "" is the router's

	aim     sync.Mutex // held while targets change, and while events are made deliveries to them
	targets []*aimed
	begin   func(*aimed) // sends to a target; nil while the outbox does not run
}

// Open brings the tables up to date and returns the outbox.
func Open(ctx context.Context, db *state.DB, cfg Config) (*Outbox, error) {
	if err := db.Migrate(ctx, "notify", migrations); err != nil {
		return nil, fmt.Errorf("open outbox: %w", err)
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.MaxAge == 0 {
		cfg.MaxAge = DefaultMaxAge
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	for _, d := range []struct {
		value *time.Duration
		usual time.Duration
	}{{&cfg.First, 5 * time.Second}, {&cfg.Patience, 24 * time.Hour}, {&cfg.Every, time.Second}} {
		if *d.value <= 0 {
			*d.value = d.usual
		}
	}
	return &Outbox{db: db, cfg: cfg, wake: map[string]chan struct{}{}}, nil
}

// Put writes events into the outbox, in a transaction of the caller's.
func Put(tx *state.Tx, events ...Event) error {
	for _, e := range events {
		text, err := json.Marshal(e)
		if err != nil {
			return err
		}
		_, err = tx.Exec(`INSERT INTO notify_events(at, alert, kind, body) VALUES (?, ?, ?, ?)`, e.At.UnixMicro(), e.Alert, string(e.Kind), string(text))
		if err != nil {
			return err
		}
	}
	return nil
}

// Wake has the outbox looked into at once.
func (o *Outbox) Wake() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, c := range o.wake {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

func (o *Outbox) waker(name string) chan struct{} {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.wake[name] == nil {
		o.wake[name] = make(chan struct{}, 1)
	}
	return o.wake[name]
}

// loop works until ctx ends: after the time that work returns, or when woken.
func (o *Outbox) loop(ctx context.Context, target string, wake <-chan struct{}, work func() (time.Duration, error)) {
	for ctx.Err() == nil {
		wait, err := work()
		if err != nil && ctx.Err() == nil {
			o.cfg.Log.Error("the outbox stands still", "target", target, "err", err)
			wait = 10 * time.Second
		}
		select {
		case <-ctx.Done():
		case <-wake:
		case <-time.After(min(wait, o.cfg.Every)):
		}
	}
}

// route makes deliveries of new events and returns how many.
func (o *Outbox) route(ctx context.Context) (made int, err error) {
	none := false
	err = o.db.View(ctx, func(tx *state.Tx) error {
		n := 0
		err := tx.Row(`SELECT COUNT(*) FROM notify_events WHERE routed = 0`, nil, &n)
		none = n == 0
		return err
	})
	if err != nil || none {
		return 0, err
	}
	o.aim.Lock()
	defer o.aim.Unlock()
	err = o.db.Tx(ctx, func(tx *state.Tx) error {
		made = 0
		now := o.cfg.Now()
		type found struct {
			id int64
			e  Event
		}
		var list []found
		err := tx.Each(`SELECT id, body FROM notify_events WHERE routed = 0 ORDER BY id LIMIT 1000`, nil, func(scan func(...any) error) error {
			var f found
			var text string
			if err := scan(&f.id, &text); err != nil {
				return err
			}
			err := json.Unmarshal([]byte(text), &f.e)
			list = append(list, f)
			return err
		})
		if err != nil {
			return err
		}
		for _, f := range list {
			for _, a := range o.targets {
				ok, err := o.goes(tx, &a.Target, f.e, now)
				if err != nil {
					return err
				}
				if !ok {
					continue
				}
				made++
				_, err = tx.Exec(`INSERT INTO notify_deliveries(event, target, alert, kind, urgency, state, made_at, next_at) VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)`,
					f.id, a.Name, f.e.Alert, string(f.e.Kind), urgency(f.e), now.UnixMicro(), now.UnixMicro())
				if err != nil {
					return err
				}
			}
			if _, err := tx.Exec(`UPDATE notify_events SET routed = 1 WHERE id = ?`, f.id); err != nil {
				return err
			}
		}
		_, err = tx.Exec(`DELETE FROM notify_events WHERE routed = 1 AND at < ? AND NOT EXISTS (
			SELECT 1 FROM notify_deliveries WHERE event = notify_events.id AND state IN ('waiting', 'dead'))`, now.Add(-keepEvents).UnixMicro())
		return err
	})
	return made, err
}

func urgency(e Event) int {
	u := int(e.Severity)
	if e.Page {
		u += 10
	}
	return u
}

// goes reports whether an event goes to a target: that an alert fires, to those who
// want it; what becomes of it, to those who were told that it fires.
func (o *Outbox) goes(tx *state.Tx, t *Target, e Event, now time.Time) (bool, error) {
	if !t.Sender.Takes(e.Kind) {
		return false, nil
	}
	if e.Kind == Fired {
		return t.Wants(e) && (o.cfg.MaxAge < 0 || now.Sub(e.LastSeen) <= o.cfg.MaxAge), nil
	}
	n := 0
	err := tx.Row(`SELECT COUNT(*) FROM notify_deliveries WHERE alert = ? AND target = ? AND kind = 'fired' AND state IN ('waiting', 'sent')`, []any{e.Alert, t.Name}, &n)
	return n > 0, err
}

// picked is a message with the deliveries it is made of.
type picked struct {
	Message
	ids   []int64
	tries int
	made  time.Time
}

// send sends what is due for a target, and returns when there may be more.
func (o *Outbox) send(ctx context.Context, t *Target) (time.Duration, error) {
	for ctx.Err() == nil {
		p, wait, err := o.pick(ctx, t)
		if err != nil || len(p.Events) == 0 {
			return wait, err
		}
		try, cancel := context.WithTimeout(ctx, oneTry)
		failed := t.Sender.Send(try, p.Message)
		cancel()
		if failed != nil && ctx.Err() != nil {
			return 0, nil // cut off by the end: it is tried again
		}
		if err := o.mark(context.WithoutCancel(ctx), t, p, failed); err != nil {
			return 0, err
		}
	}
	return 0, nil
}

// pick takes the most urgent message that is due. What was tried together is tried
// together again.
func (o *Outbox) pick(ctx context.Context, t *Target) (p picked, wait time.Duration, err error) {
	wait = o.cfg.Every
	none := false
	now := o.cfg.Now()
	err = o.db.View(ctx, func(tx *state.Tx) error {
		n := 0
		err := tx.Row(`SELECT COUNT(*) FROM notify_deliveries WHERE target = ? AND state = 'waiting' AND next_at <= ?`, []any{t.Name, now.UnixMicro()}, &n)
		none = n == 0
		return err
	})
	if err != nil || none {
		return p, wait, err
	}
	err = o.db.Tx(ctx, func(tx *state.Tx) error {
		p = picked{}
		// What became of an alert is news only to those who know that it fired.
		_, err := tx.Exec(`UPDATE notify_deliveries SET state = 'skipped' WHERE target = ? AND state = 'waiting' AND kind IN ('acknowledged', 'resolved') AND NOT EXISTS (
			SELECT 1 FROM notify_deliveries AS f WHERE f.alert = notify_deliveries.alert AND f.target = notify_deliveries.target AND f.kind = 'fired' AND f.state IN ('waiting', 'sent'))`, t.Name)
		if err != nil {
			return err
		}
		held, err := o.held(tx, t, now)
		if err != nil {
			return err
		}
		if held > 0 {
			wait = held
			return nil
		}
		return o.choose(tx, t, now, &p)
	})
	return p, wait, err
}

// held is for how long a target is to be left alone.
func (o *Outbox) held(tx *state.Tx, t *Target, now time.Time) (time.Duration, error) {
	var last int64
	if err := tx.Row(`SELECT COALESCE(MAX(sent_at), 0) FROM notify_deliveries WHERE target = ? AND state = 'sent'`, []any{t.Name}, &last); err != nil {
		return 0, err
	}
	if rest := t.Group - now.Sub(time.UnixMicro(last)); rest > 0 {
		return rest, nil
	}
	if t.PerHour <= 0 {
		return 0, nil
	}
	n := 0
	err := tx.Row(`SELECT COUNT(DISTINCT message) FROM notify_deliveries WHERE target = ? AND state = 'sent' AND sent_at > ?`, []any{t.Name, now.Add(-time.Hour).UnixMicro()}, &n)
	if n >= t.PerHour {
		return time.Minute, err
	}
	return 0, err
}

func (o *Outbox) choose(tx *state.Tx, t *Target, now time.Time, p *picked) error {
	// An alert's events go in their order.
	query := `SELECT d.id, d.kind, d.message, d.tries, d.made_at, e.body FROM notify_deliveries AS d JOIN notify_events AS e ON e.id = d.event
		WHERE d.target = ? AND d.state = 'waiting' AND d.next_at <= ? AND NOT EXISTS (
			SELECT 1 FROM notify_deliveries AS b WHERE b.target = d.target AND b.alert = d.alert AND b.state = 'waiting' AND b.id < d.id)
		ORDER BY d.urgency DESC, d.id`
	first, key := "", ""
	most := max(1, t.Sender.Most())
	err := tx.Each(query, []any{t.Name, now.UnixMicro()}, func(scan func(...any) error) error {
		var id, made int64
		var kind, message, text string
		var tries int
		if err := scan(&id, &kind, &message, &tries, &made, &text); err != nil {
			return err
		}
		if len(p.ids) == 0 {
			first, key = kind, message
			p.made = time.UnixMicro(made)
		}
		if kind != first || message != key || len(p.ids) == most {
			return nil
		}
		var e Event
		if err := json.Unmarshal([]byte(text), &e); err != nil {
			return err
		}
		p.ids, p.Events = append(p.ids, id), append(p.Events, e)
		p.tries = max(p.tries, tries)
		return nil
	})
	if err != nil || len(p.ids) == 0 {
		return err
	}
	p.Kind, p.Key = Kind(first), key
	if key != "" {
		return nil
	}
	p.Key = keyOf(t.Name, p.ids, p.Events)
	for _, id := range p.ids {
		if _, err := tx.Exec(`UPDATE notify_deliveries SET message = ? WHERE id = ?`, p.Key, id); err != nil {
			return err
		}
	}
	return nil
}

// keyOf returns the key of a message, which no other message has.
func keyOf(target string, ids []int64, events []Event) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q", target)
	for i, e := range events {
		fmt.Fprintf(h, " %d %s %s %d", ids[i], e.Alert, e.Kind, e.At.UnixMicro())
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// mark notes what became of a try.
func (o *Outbox) mark(ctx context.Context, t *Target, p picked, failed error) error {
	now := o.cfg.Now()
	set, args := `state = 'sent', sent_at = ?, error = ''`, []any{now.UnixMicro()}
	log := o.cfg.Log.With("target", t.Name, "kind", string(p.Kind), "alerts", len(p.ids), "tries", p.tries+1)
	if failed != nil {
		wait := backoff(o.cfg.First, p.tries)
		var later *LaterError
		if errors.As(failed, &later) {
			wait = max(wait, later.After)
		}
		set, args = `state = 'waiting', next_at = ?, error = ?`, []any{now.Add(wait).UnixMicro(), failed.Error()}
		if errors.Is(failed, ErrRefused) || now.Add(wait).Sub(p.made) > o.cfg.Patience {
			set, args = `state = 'dead', error = ?`, []any{failed.Error()}
			log.Error("notification given up; see weir notify list --dead", "err", failed)
		} else {
			log.Warn("notification not taken", "err", failed, "again_in", wait.Round(time.Second))
		}
	} else {
		log.Info("notification sent", "after", now.Sub(p.made).Round(time.Millisecond))
	}
	return o.db.Tx(ctx, func(tx *state.Tx) error {
		for _, id := range p.ids {
			if _, err := tx.Exec(`UPDATE notify_deliveries SET tries = tries + 1, `+set+` WHERE id = ?`, append(slices.Clone(args), id)...); err != nil {
				return err
			}
		}
		return nil
	})
}

// backoff is how long to wait after so many tries and one more: twice as long each
// time, and never quite the same, so that what failed together does not come back
// together.
func backoff(first time.Duration, tries int) time.Duration {
	wait := slowest
	if tries < 20 {
		wait = min(first<<tries, slowest)
	}
	return wait/2 + rand.N(wait)
}
