package daemon

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/notify/pagerduty"
)

// targets are those of the configuration, then those of the app that are not among them.
// One that cannot be opened stops no other.
func (d *madeDesk) targets() []NotifyTarget {
	all := slices.Clone(d.s.cfg.Tell)
	for _, n := range d.now.Notify {
		if d.fixedTarget(n.called()) {
			d.s.log.Info("a target of the app is one of the configuration, which holds", "target", n.called())
			continue
		}
		own, err := Targets([]NotifySettings{n})
		if err != nil {
			d.s.log.Error("a target of the app is told nothing", "target", n.called(), "err", err)
			continue
		}
		all = append(all, own...)
	}
	return all
}

func (d *madeDesk) fixedTarget(name string) bool {
	return slices.ContainsFunc(d.s.cfg.Tell, func(t NotifyTarget) bool { return t.Name == name })
}

// notify are the settings of all targets.
func (d *madeDesk) notify() []NotifySettings {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.now.told(d.s.cfg.Settings.Notify)
}

func (d *madeDesk) targetAt(name string) int {
	return slices.IndexFunc(d.now.Notify, func(n NotifySettings) bool { return n.called() == name })
}

// setTarget adds a target, or changes one that was added.
func (d *madeDesk) setTarget(name string, c api.TargetChoice) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	n, t, err := d.chosen(name, c)
	if err != nil {
		return err
	}
	err = d.change(func(m *Made) {
		if i := d.targetAt(name); i >= 0 {
			m.Notify[i] = n
		} else {
			m.Notify = append(m.Notify, n)
		}
	})
	if err == nil {
		d.outbox.Aim(t)
	}
	return err
}

// removeTarget returns how many notifications waited for it.
func (d *madeDesk) removeTarget(ctx context.Context, name string) (int64, error) {
	if d.fixedTarget(name) {
		return 0, api.ErrFixed
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	i := d.targetAt(name)
	if i < 0 {
		return 0, api.ErrNoTarget
	}
	if err := d.change(func(m *Made) { m.Notify = slices.Delete(m.Notify, i, i+1) }); err != nil {
		return 0, err
	}
	return d.outbox.Drop(ctx, name)
}

// target returns one to be tested: as it is saved, or as it would be.
func (d *madeDesk) target(name string, c *api.TargetChoice) (t NotifyTarget, ok bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if c != nil {
		_, t, err = d.chosen(name, *c)
		return t, true, err
	}
	if i := slices.IndexFunc(d.s.cfg.Tell, func(t NotifyTarget) bool { return t.Name == name }); i >= 0 {
		return d.s.cfg.Tell[i], true, nil
	}
	i := d.targetAt(name)
	if i < 0 {
		return t, false, nil
	}
	own, err := Targets(d.now.Notify[i : i+1])
	if err != nil {
		return t, true, fmt.Errorf("%w: %w", api.ErrInvalid, err)
	}
	return own[0], true, nil
}

const longestName = 64 // of a target, in bytes

// chosen is what somebody chose of a target, with URL and secret of the one that it takes
// the place of where they chose none, and the target that it makes. An empty secret is
// one that is to be removed.
func (d *madeDesk) chosen(name string, c api.TargetChoice) (n NotifySettings, t NotifyTarget, err error) {
	wrong := func(err error) error {
		return fmt.Errorf("%w: %s", api.ErrInvalid, strings.TrimPrefix(err.Error(), "notify: "+name+": "))
	}
	switch {
	case d.fixedTarget(name):
		return n, t, fmt.Errorf("%w: %s", api.ErrFixed, name)
	case name == "" || len(name) > longestName || strings.TrimSpace(name) != name || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return n, t, wrong(fmt.Errorf("name: write 1 to %d letters, digits and signs", longestName))
	}
	n = NotifySettings{
		Name: name, Kind: string(c.Kind), URL: Secret(strings.TrimSpace(of(c.Url))), Secret: Secret(of(c.Secret)), From: strings.TrimSpace(of(c.From)), To: texts(c.To),
		MinSeverity: string(of(c.MinSeverity)), Families: texts(c.Families), PagesOnly: of(c.PagesOnly), Exposure: of(c.Exposure), Allow: texts(c.Allow),
		Group: Duration(float64(of(c.GroupSeconds)) * float64(time.Second)), PerHour: of(c.PerHour),
	}
	if i := d.targetAt(name); i >= 0 && d.now.Notify[i].Kind == n.Kind {
		if err := n.keep(&d.now.Notify[i], c.Secret == nil); err != nil {
			return n, t, wrong(err)
		}
	}
	if err := checkAllow(n.Allow); err != nil {
		return n, t, wrong(err)
	}
	targets, err := Targets([]NotifySettings{n})
	if err != nil {
		return n, t, wrong(err)
	}
	return n, targets[0], nil
}

// keep takes the URL of a target as it was, where none is given, and its secret where that
// is wanted. A secret does not follow to another server: who may change targets is not to
// read it there.
func (n *NotifySettings) keep(old *NotifySettings, secret bool) error {
	moved := n.URL != "" && !sameServer(n, old)
	if n.URL == "" {
		n.URL, n.URLEnv, n.URLFile = old.URL, old.URLEnv, old.URLFile
	}
	if !secret || one(string(old.Secret), old.SecretEnv, old.SecretFile) == 0 {
		return nil
	}
	if moved {
		return errors.New("secret: the one that is kept is for another server; write that of the new one")
	}
	n.Secret, n.SecretEnv, n.SecretFile = old.Secret, old.SecretEnv, old.SecretFile
	return nil
}

func sameServer(n, old *NotifySettings) bool {
	was := string(old.URL)
	if was == "" && old.URLEnv+old.URLFile == "" && old.Kind == "pagerduty" {
		was = pagerduty.DefaultURL
	}
	a, err := url.Parse(string(n.URL))
	b, otherErr := url.Parse(was)
	return err == nil && otherErr == nil && was != "" && a.Scheme == b.Scheme && a.Host == b.Host && a.User.String() == b.User.String()
}

// handsOut are the networks in which clouds hand out credentials to whoever asks. The
// app opens no way there; the configuration can.
var handsOut = []netip.Prefix{
	netip.MustParsePrefix("169.254.0.0/16"), netip.MustParsePrefix("fe80::/10"), netip.MustParsePrefix("fd00:ec2::/32"),
	netip.MustParsePrefix("168.63.129.16/32"), netip.MustParsePrefix("100.100.100.200/32"), netip.MustParsePrefix("192.0.0.192/32"),
}

func checkAllow(list []string) error {
	for _, text := range list {
		p, err := ParsePrefix(text)
		if err != nil {
			return fmt.Errorf("allow: %w", err)
		}
		for _, cloud := range handsOut {
			if p.Overlaps(cloud) {
				return fmt.Errorf("allow: in %s clouds hand out credentials (%s); write the network of the receiver", p, cloud)
			}
		}
	}
	return nil
}

// of is what a field holds, or nothing.
func of[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// texts are a list without what is empty.
func texts(list *[]string) (out []string) {
	for _, text := range of(list) {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// SetTarget implements [api.Settings].
func (w *webSettings) SetTarget(_ context.Context, name string, c api.TargetChoice) (t api.Target, err error) {
	if err := w.desk.setTarget(name, c); err != nil {
		return t, err
	}
	list := w.targets()
	i := slices.IndexFunc(list, func(t api.Target) bool { return t.Name == name })
	if i < 0 {
		return t, api.ErrNoTarget // somebody has removed it meanwhile
	}
	return list[i], nil
}

// RemoveTarget implements [api.Settings].
func (w *webSettings) RemoveTarget(ctx context.Context, name string) (int64, error) {
	return w.desk.removeTarget(ctx, name)
}

// Targets implements [api.Settings].
func (w *webSettings) Targets(ctx context.Context, state string, limit int) (api.Targets, error) {
	out := api.Targets{Targets: w.targets(), Deliveries: []api.Delivery{}, Counts: map[string]int{}}
	var err error
	if out.Counts, err = w.desk.outbox.Standing(ctx); err != nil {
		return out, err
	}
	err = w.desk.outbox.Deliveries(ctx, state, limit, func(d Delivery) error {
		one := api.Delivery{
			Id: d.ID, Target: d.Target, State: d.State, Kind: string(d.Kind), Alert: d.Alert, Title: validText([]byte(d.Title)),
			Made: d.MadeAt, Tries: d.Tries, Error: validText([]byte(d.Error)),
		}
		for to, at := range map[**time.Time]time.Time{&one.Next: d.NextAt, &one.Sent: d.SentAt} {
			if !at.IsZero() {
				*to = &at
			}
		}
		out.Deliveries = append(out.Deliveries, one)
		return nil
	})
	return out, err
}

// targets tells of all targets, without their secrets.
func (w *webSettings) targets() []api.Target {
	out := []api.Target{}
	for _, n := range w.desk.notify() {
		fixed := w.desk.fixedTarget(n.called())
		out = append(out, describe(&n, !fixed))
	}
	return out
}

// describe tells of a target, without its secrets: the path of a webhook's URL is one
// often.
func describe(n *NotifySettings, made bool) api.Target {
	kind := targetKinds[n.Kind]
	t := api.Target{
		Name: n.called(), Kind: n.Kind, MinSeverity: cmp.Or(n.MinSeverity, "info"), Families: append([]string{}, n.Families...), PagesOnly: n.PagesOnly, Exposure: n.Exposure,
		PerHour: cmp.Or(n.PerHour, kind.perHour), GroupSeconds: float32(cmp.Or(time.Duration(n.Group), kind.group).Seconds()), Removable: made,
	}
	where := func(plain Secret, env, file string) string {
		switch {
		case env != "":
			return "$" + env
		case file != "":
			return file
		case plain != "" && made:
			return "this app"
		case plain != "":
			return "the configuration"
		}
		return ""
	}
	if from := where(n.URL, n.URLEnv, n.URLFile); from != "" {
		t.UrlFrom = &from
	}
	t.Secret = where(n.Secret, n.SecretEnv, n.SecretFile)
	if u, err := url.Parse(string(n.URL)); err == nil && u.Host != "" {
		host := u.Scheme + "://" + u.Host
		t.Host = &host
	}
	if len(n.To) > 0 {
		t.To = &n.To
	}
	if made {
		seconds := float32(time.Duration(n.Group).Seconds())
		t.Choice = &api.TargetChoice{
			Kind: api.TargetChoiceKind(n.Kind), From: some(n.From), To: t.To, MinSeverity: some(api.TargetChoiceMinSeverity(n.MinSeverity)), Families: &t.Families,
			PagesOnly: &n.PagesOnly, Exposure: &n.Exposure, GroupSeconds: &seconds, PerHour: &n.PerHour,
		}
		if len(n.Allow) > 0 {
			t.Choice.Allow = &n.Allow
		}
	}
	return t
}

// some is what there is, nil for nothing.
func some[T comparable](v T) *T {
	if v == *new(T) {
		return nil
	}
	return &v
}

// TestTarget implements [api.Settings].
func (w *webSettings) TestTarget(ctx context.Context, name string, c *api.TargetChoice) (out api.TargetTest, ok bool, err error) {
	t, ok, err := w.desk.target(name, c)
	if err != nil || !ok {
		return out, ok, err
	}
	began := time.Now()
	err = TryTarget(ctx, t)
	took := float32(time.Since(began).Seconds() * 1000)
	out = api.TargetTest{Taken: err == nil, TookMs: &took}
	if err != nil {
		why := validText([]byte(err.Error()))
		out.Error = &why
	}
	return out, true, nil
}

// Retry implements [api.Settings].
func (w *webSettings) Retry(ctx context.Context, ids []int64) (int64, error) {
	return w.desk.outbox.Retry(ctx, ids...)
}
