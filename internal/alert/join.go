package alert

import (
	"encoding/json"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// incidents makes the incidents anew that findings which were added may have changed.
// One that is no more, as its findings have become part of another, ends and says so.
func (w *work) incidents(added []finding.Finding) error {
	if w.cfg.Incidents.Off {
		return nil
	}
	var from time.Time
	for _, f := range added {
		if f.Exposure {
			lonely, err := w.lonely(f)
			if err != nil {
				return err
			}
			if lonely {
				continue
			}
		}
		if from.IsZero() || f.FirstSeen.Before(from) {
			from = f.FirstSeen
		}
	}
	if from.IsZero() {
		return nil
	}
	from = from.Add(-within) // it may make a hub of what others have found together through
	found, err := w.join(from)
	if err != nil {
		return err
	}
	old := map[string]bool{}
	err = w.tx.Each(`SELECT DISTINCT incident FROM incident_findings JOIN findings ON findings.id = finding WHERE first_seen >= ?`, []any{from.UnixMicro()},
		func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			old[id] = true
			return err
		})
	if err != nil {
		return err
	}
	into := map[string]string{} // finding -> incident
	for _, i := range found {
		for _, m := range i.Members {
			into[m.ID] = i.ID
		}
	}
	gone := []string{}
	for id := range old {
		if !slices.ContainsFunc(found, func(i Incident) bool { return i.ID == id }) {
			gone = append(gone, id)
		}
	}
	slices.Sort(gone)
	for _, id := range gone {
		if err := w.dissolve(id, into); err != nil {
			return err
		}
	}
	for _, i := range found {
		if err := w.putIncident(i); err != nil {
			return err
		}
	}
	return w.regroup()
}

// lonely reports whether nothing but noise is known of whom noise is about.
func (w *work) lonely(f finding.Finding) (bool, error) {
	n := 0
	err := w.tx.Row(`SELECT COUNT(*) FROM findings WHERE subject = ? AND exposure = 0 AND withdrawn = 0 AND first_seen >= ? AND first_seen <= ?`,
		[]any{subjectOf(f).String(), f.FirstSeen.Add(-within).UnixMicro(), f.FirstSeen.Add(within).UnixMicro()}, &n)
	return n == 0, err
}

// join returns the incidents that reach beyond a moment. They are made of all findings
// since so long before that none of them begins earlier.
func (w *work) join(from time.Time) ([]Incident, error) {
	first, err := w.first()
	if err != nil {
		return nil, err
	}
	for back := 2 * within; ; back *= 2 {
		begin := from.Add(-back)
		var before int
		if err := w.tx.Row(`SELECT COUNT(*) FROM findings WHERE first_seen < ? AND withdrawn = 0`, []any{begin.UnixMicro()}, &before); err != nil {
			return nil, err
		}
		list, err := w.parse(`family <> 'incident' AND withdrawn = 0 AND first_seen >= ? AND (exposure = 0 OR subject IN (
			SELECT subject FROM findings WHERE exposure = 0 AND withdrawn = 0 AND family <> 'incident' AND first_seen >= ?))`,
			begin.Add(-novelty).UnixMicro(), begin.UnixMicro())
		if err != nil {
			return nil, err
		}
		list = slices.DeleteFunc(list, func(f finding.Finding) bool { return w.cfg.DryRun(f.Rule) })
		found, whole := []Incident{}, true
		for _, c := range components(list, first, w.cfg.Incidents) {
			if c[len(c)-1].FirstSeen.Before(from) {
				continue
			}
			whole = whole && !c[0].FirstSeen.Before(begin.Add(within))
			if i, ok := judge(c); ok {
				found = append(found, i)
			}
		}
		if whole || before == 0 {
			return found, nil
		}
	}
}

// parse reads findings, and remembers them for the next time.
func (w *work) parse(where string, args ...any) (list []finding.Finding, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	next := make(map[string]parsed, len(w.parsed))
	err = w.tx.Each(`SELECT id, body FROM findings WHERE `+where, args, func(scan func(...any) error) error {
		var id, text string
		if err := scan(&id, &text); err != nil {
			return err
		}
		p := w.parsed[id]
		if p.text != text {
			p = parsed{text: text}
			if err := json.Unmarshal([]byte(text), &p.f); err != nil {
				return err
			}
		}
		next[id] = p
		list = append(list, p.f)
		return nil
	})
	if err == nil {
		w.parsed = next
	}
	return list, err
}

// first returns when the first finding of all began.
func (w *work) first() (time.Time, error) {
	var first time.Time
	err := w.tx.Each(`SELECT rule, MIN(first_seen) FROM findings WHERE family <> 'incident' AND withdrawn = 0 GROUP BY rule`, nil, func(scan func(...any) error) error {
		var rule string
		var at int64
		err := scan(&rule, &at)
		if !w.cfg.DryRun(rule) && (first.IsZero() || at < first.UnixMicro()) {
			first = fromMicro(at)
		}
		return err
	})
	return first, err
}

// putIncident stores an incident and what it is made of.
func (w *work) putIncident(i Incident) error {
	f := i.Finding
	old, known, err := selectFinding(w.tx, f.ID)
	if err != nil {
		return err
	}
	if e := old.Evidence; known && e.Filter == f.Evidence.Filter && e.Since.Equal(f.Evidence.Since) && e.Until.Equal(f.Evidence.Until) {
		f.Evidence = e
	}
	members := map[string]bool{}
	err = w.tx.Each(`SELECT finding FROM incident_findings WHERE incident = ?`, []any{f.ID}, func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		members[id] = true
		return err
	})
	if err != nil {
		return err
	}
	same := len(members) == len(i.Members)
	for _, m := range i.Members {
		same = same && members[m.ID]
	}
	if same && known && body(f) == body(old) {
		return nil
	}
	if !same {
		if _, err := w.tx.Exec(`DELETE FROM incident_findings WHERE incident = ?`, f.ID); err != nil {
			return err
		}
		for _, m := range i.Members {
			if _, err := w.tx.Exec(`INSERT INTO incident_findings(incident, finding) VALUES (?, ?)`, f.ID, m.ID); err != nil {
				return err
			}
		}
	}
	if !f.Evidence.Exact && f.Evidence.Missing == nil && f.Evidence.Filter != "" {
		w.uncounted = append(w.uncounted, f)
	}
	return w.put(f)
}

// dissolve ends an incident that is no more.
func (w *work) dissolve(id string, into map[string]string) error {
	next := ""
	err := w.tx.Each(`SELECT finding FROM incident_findings WHERE incident = ? ORDER BY finding`, []any{id}, func(scan func(...any) error) error {
		var f string
		err := scan(&f)
		if next == "" {
			next = into[f]
		}
		return err
	})
	if err != nil {
		return err
	}
	if _, err := w.tx.Exec(`DELETE FROM incident_findings WHERE incident = ?`, id); err != nil {
		return err
	}
	r, ok, err := selectRow(w.tx, id)
	if err != nil || !ok || r.Status == Resolved {
		return err
	}
	was := lifeOf(r)
	r.Status, r.ended, r.statusAt, r.statusBy = Resolved, endedJoined, w.now, Self
	if next == "" && w.withdrawn != nil {
		r.ended = endedWithdrawn
		if err := w.noteSelf(id, "late records explain it: what is left of its findings is no incident"); err != nil {
			return err
		}
	}
	now := lifeOf(r)
	now.Into = next
	if err := w.record(Self, actResolve, id, was, now); err != nil {
		return err
	}
	w.announce(&r, false, Self)
	return w.store(r)
}
