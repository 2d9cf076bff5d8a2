package api

import (
	"context"

	"github.com/weir-flow/weir/internal/alert"
)

// act changes an alert that the person may see.
func (a *API) act(ctx context.Context, id string, do func(id, who string) (alert.Alert, error)) (jsonAnswer, error) {
	d, err := a.alertOf(ctx, id)
	if err != nil {
		return jsonAnswer{}, err
	}
	after, err := do(d.ID, who(ctx))
	return jsonAnswer{after}, alertError(err)
}

// AcknowledgeAlert implements [StrictServerInterface].
func (a *API) AcknowledgeAlert(ctx context.Context, r AcknowledgeAlertRequestObject) (AcknowledgeAlertResponseObject, error) {
	return a.act(ctx, r.Id, func(id, who string) (alert.Alert, error) { return a.cfg.Alerts.Acknowledge(ctx, id, who) })
}

// ReopenAlert implements [StrictServerInterface].
func (a *API) ReopenAlert(ctx context.Context, r ReopenAlertRequestObject) (ReopenAlertResponseObject, error) {
	return a.act(ctx, r.Id, func(id, who string) (alert.Alert, error) { return a.cfg.Alerts.Reopen(ctx, id, who) })
}

// NoteAlert implements [StrictServerInterface].
func (a *API) NoteAlert(ctx context.Context, r NoteAlertRequestObject) (NoteAlertResponseObject, error) {
	if err := noteFits(r.Body.Text); err != nil {
		return nil, err
	}
	return a.act(ctx, r.Id, func(id, who string) (alert.Alert, error) { return a.cfg.Alerts.AddNote(ctx, id, who, r.Body.Text) })
}

// ResolveAlert implements [StrictServerInterface].
func (a *API) ResolveAlert(ctx context.Context, r ResolveAlertRequestObject) (ResolveAlertResponseObject, error) {
	v, err := verdictOf((*string)(r.Body.Verdict))
	if err != nil {
		return nil, err
	}
	note := text(r.Body.Note)
	if err := noteFits(note); err != nil {
		return nil, err
	}
	return a.act(ctx, r.Id, func(id, who string) (alert.Alert, error) { return a.resolve(ctx, id, who, v, note) })
}

// resolve writes the note first: with it the verdict is never without its reason.
func (a *API) resolve(ctx context.Context, id, who string, v alert.Verdict, note string) (alert.Alert, error) {
	if note != "" {
		if one, err := a.cfg.Alerts.AddNote(ctx, id, who, note); err != nil {
			return one, err
		}
	}
	return a.cfg.Alerts.Resolve(ctx, id, who, v)
}

// longestNote is how many bytes a note may have.
const longestNote = 16 << 10

func noteFits(note string) error {
	if len(note) > longestNote {
		return bad("the note is too long", "keep it below 4,000 characters")
	}
	return nil
}

func verdictOf(p *string) (alert.Verdict, error) {
	if text(p) == "" {
		return alert.NoVerdict, nil
	}
	v, err := alert.ParseVerdict(*p)
	if err != nil {
		return v, bad(err.Error(), "")
	}
	return v, nil
}

// maxBulk is how many alerts are changed at once.
const maxBulk = 1000

// ChangeAlerts implements [StrictServerInterface].
func (a *API) ChangeAlerts(ctx context.Context, r ChangeAlertsRequestObject) (ChangeAlertsResponseObject, error) {
	if n := len(r.Body.Ids); n == 0 || n > maxBulk {
		return nil, bad("ids has to name 1 to 1,000 alerts", "")
	}
	v, err := verdictOf((*string)(r.Body.Verdict))
	if err != nil {
		return nil, err
	}
	note := text(r.Body.Note)
	if err := noteFits(note); err != nil {
		return nil, err
	}
	var do func(id, who string) (alert.Alert, error)
	switch r.Body.Action {
	case "acknowledge":
		do = func(id, who string) (alert.Alert, error) { return a.cfg.Alerts.Acknowledge(ctx, id, who) }
	case "reopen":
		do = func(id, who string) (alert.Alert, error) { return a.cfg.Alerts.Reopen(ctx, id, who) }
	case "resolve":
		do = func(id, who string) (alert.Alert, error) { return a.resolve(ctx, id, who, v, note) }
	case "note":
		do = func(id, who string) (alert.Alert, error) { return a.cfg.Alerts.AddNote(ctx, id, who, note) }
	default:
		return nil, bad("unknown action", "write acknowledge, resolve, reopen or note")
	}
	out := ChangeAlerts200JSONResponse{}
	out.Failed = make([]struct {
		Detail string `json:"detail"`
		Id     string `json:"id"`
	}, 0)
	for _, id := range r.Body.Ids {
		_, err := a.act(ctx, id, do)
		switch {
		case err == nil:
			out.Changed++
		case problemOf(err).Status >= 500 || ctx.Err() != nil:
			return nil, err
		default:
			out.Failed = append(out.Failed, struct {
				Detail string `json:"detail"`
				Id     string `json:"id"`
			}{problemOf(err).Detail, id})
		}
	}
	return out, nil
}
