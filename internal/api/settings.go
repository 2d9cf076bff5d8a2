package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
)

// What changes of settings and sources are refused for.
var (
	ErrFixed    = errors.New("the configuration of the server sets it")
	ErrNoGeo    = errors.New("no file with places of this name was added")
	ErrNoSource = errors.New("no source of this name was added")
	ErrNoTarget = errors.New("no target of this name was added")
	ErrFollowed = errors.New("it is followed already")
)

func changeProblem(err error) error {
	switch {
	case errors.Is(err, ErrFixed):
		return &problemError{status: http.StatusConflict, code: "conflict", detail: err.Error(), fix: "change it there: Settings, Configuration tells the line or variable"}
	case errors.Is(err, ErrFollowed):
		return &problemError{status: http.StatusConflict, code: "conflict", detail: err.Error(), fix: "see Sources"}
	case errors.Is(err, ErrNoGeo), errors.Is(err, ErrNoSource), errors.Is(err, ErrNoTarget):
		return missing(err.Error(), "")
	}
	return startProblem(err)
}

func targetProblem(err error) error {
	err = changeProblem(err)
	if p := (*problemError)(nil); errors.As(err, &p) && p.code == "request" && p.fix == "" {
		p.fix = "correct it and send it again; nothing has changed"
	}
	return err
}

// Settings tell what holds, where it is from, and what is behind it. The house does.
type Settings interface {
	Settings(ctx context.Context) (SettingList, error)
	Geo(ctx context.Context) (GeoFiles, error)
	// AddGeo takes a file with places; [ErrInvalid] wraps what is wrong with it. RemoveGeo
	// takes its name: [ErrNoGeo], [ErrFixed].
	AddGeo(ctx context.Context, name string, r io.Reader) (GeoFile, error)
	RemoveGeo(ctx context.Context, name string) error
	// SetKeep sets the retention, or only tells what would go by it; [ErrFixed],
	// [ErrInvalid].
	SetKeep(ctx context.Context, k KeepChoice, try bool) (KeepPlan, error)
	Targets(ctx context.Context, state string, limit int) (Targets, error)
	// SetTarget adds a target or changes one; [ErrFixed], [ErrInvalid]. RemoveTarget
	// returns how many notifications waited for it: [ErrNoTarget], [ErrFixed].
	SetTarget(ctx context.Context, name string, c TargetChoice) (Target, error)
	RemoveTarget(ctx context.Context, name string) (int64, error)
	// TestTarget sends a test, to one that is not saved when there is a choice; ok is
	// false when there is no such target; [ErrFixed], [ErrInvalid].
	TestTarget(ctx context.Context, name string, c *TargetChoice) (result TargetTest, ok bool, err error)
	// Retry has dead letters sent again: those of the numbers, or all.
	Retry(ctx context.Context, ids []int64) (int64, error)
}

func (a *API) settings(ctx context.Context) error {
	if a.cfg.Settings == nil {
		return missing("this server does not tell of its settings", "")
	}
	return a.everybodys(ctx, "settings")
}

// GetSettings implements [StrictServerInterface].
func (a *API) GetSettings(ctx context.Context, _ GetSettingsRequestObject) (GetSettingsResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	s, err := a.cfg.Settings.Settings(ctx)
	return GetSettings200JSONResponse(s), err
}

// ListGeo implements [StrictServerInterface].
func (a *API) ListGeo(ctx context.Context, _ ListGeoRequestObject) (ListGeoResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	g, err := a.cfg.Settings.Geo(ctx)
	return ListGeo200JSONResponse(g), err
}

// AddGeo implements [StrictServerInterface].
func (a *API) AddGeo(ctx context.Context, r AddGeoRequestObject) (AddGeoResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	f, err := a.cfg.Settings.AddGeo(ctx, r.Params.Name, r.Body)
	if err != nil {
		return nil, changeProblem(err)
	}
	return AddGeo200JSONResponse(f), a.audit(ctx, "geo.add", "geo/"+filepath.Base(f.Path), map[string]any{"bytes": value(f.Size), "sha256": value(f.Sha256)})
}

// RemoveGeo implements [StrictServerInterface].
func (a *API) RemoveGeo(ctx context.Context, r RemoveGeoRequestObject) (RemoveGeoResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	if err := a.cfg.Settings.RemoveGeo(ctx, r.Params.Name); err != nil {
		return nil, changeProblem(err)
	}
	return RemoveGeo204Response{}, a.audit(ctx, "geo.remove", "geo/"+r.Params.Name, struct{}{})
}

// SetKeep implements [StrictServerInterface].
func (a *API) SetKeep(ctx context.Context, r SetKeepRequestObject) (SetKeepResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	try := value(r.Params.Try)
	p, err := a.cfg.Settings.SetKeep(ctx, *r.Body, try)
	if err != nil {
		return nil, changeProblem(err)
	}
	if try {
		return SetKeep200JSONResponse(p), nil
	}
	return SetKeep200JSONResponse(p), a.audit(ctx, "keep.set", "settings/keep", map[string]any{
		"days": p.Keep.Days, "minute_days": p.Keep.MinuteDays, "hour_days": p.Keep.HourDays, "bytes": p.Keep.Bytes, "gone_days": p.GoneDays, "gone_records": p.GoneRecords,
	})
}

// ListTargets implements [StrictServerInterface].
func (a *API) ListTargets(ctx context.Context, r ListTargetsRequestObject) (ListTargetsResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	limit, state := 50, string(value(r.Params.State))
	if r.Params.Limit != nil {
		limit = min(max(*r.Params.Limit, 1), 1000)
	}
	if state == "all" {
		state = ""
	}
	t, err := a.cfg.Settings.Targets(ctx, state, limit)
	return ListTargets200JSONResponse(t), err
}

// SetTarget implements [StrictServerInterface].
func (a *API) SetTarget(ctx context.Context, r SetTargetRequestObject) (SetTargetResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	t, err := a.cfg.Settings.SetTarget(ctx, r.Params.Name, *r.Body)
	if err != nil {
		return nil, targetProblem(err)
	}
	// The path of the URL may be secret: the host is what tells where alerts go.
	return SetTarget200JSONResponse(t), a.audit(ctx, "target.set", "target/"+t.Name, map[string]any{
		"kind": t.Kind, "host": value(t.Host), "to": value(t.To), "min_severity": t.MinSeverity, "families": t.Families, "pages_only": t.PagesOnly,
		"exposure": t.Exposure, "allow": value(r.Body.Allow), "per_hour": t.PerHour, "group_seconds": t.GroupSeconds,
		"new_url": value(r.Body.Url) != "", "new_secret": value(r.Body.Secret) != "", "no_secret": r.Body.Secret != nil && *r.Body.Secret == "",
	})
}

// RemoveTarget implements [StrictServerInterface].
func (a *API) RemoveTarget(ctx context.Context, r RemoveTargetRequestObject) (RemoveTargetResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	n, err := a.cfg.Settings.RemoveTarget(ctx, r.Params.Name)
	if err != nil {
		return nil, changeProblem(err)
	}
	return RemoveTarget200JSONResponse{GivenUp: n}, a.audit(ctx, "target.remove", "target/"+r.Params.Name, map[string]any{"given_up": n})
}

// TestTarget implements [StrictServerInterface].
func (a *API) TestTarget(ctx context.Context, r TestTargetRequestObject) (TestTargetResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	t, ok, err := a.cfg.Settings.TestTarget(ctx, r.Body.Name, r.Body.Target)
	if err != nil {
		return nil, targetProblem(err)
	}
	if !ok {
		return nil, missing(fmt.Sprintf("there is no target %q", r.Body.Name), "targets are set here, or under notify: in the configuration")
	}
	return TestTarget200JSONResponse(t), a.audit(ctx, "target.test", "target/"+r.Body.Name, map[string]any{"taken": t.Taken, "saved": r.Body.Target == nil})
}

// RetryDeliveries implements [StrictServerInterface].
func (a *API) RetryDeliveries(ctx context.Context, r RetryDeliveriesRequestObject) (RetryDeliveriesResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	ids := value(r.Body.Ids)
	n, err := a.cfg.Settings.Retry(ctx, ids)
	if err != nil {
		return nil, err
	}
	return RetryDeliveries200JSONResponse{Retried: n}, a.audit(ctx, "delivery.retry", "deliveries", map[string]any{"retried": n})
}
