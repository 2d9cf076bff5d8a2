package api

import (
	"context"
	"fmt"
)

// Settings tell what holds, where it is from, and what is behind it. The house does.
type Settings interface {
	Settings(ctx context.Context) (SettingList, error)
	Geo(ctx context.Context) (GeoFiles, error)
	Targets(ctx context.Context, state string, limit int) (Targets, error)
	// TestTarget sends a test; ok is false when there is no such target.
	TestTarget(ctx context.Context, name string) (result TargetTest, ok bool, err error)
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

// TestTarget implements [StrictServerInterface].
func (a *API) TestTarget(ctx context.Context, r TestTargetRequestObject) (TestTargetResponseObject, error) {
	if err := a.settings(ctx); err != nil {
		return nil, err
	}
	t, ok, err := a.cfg.Settings.TestTarget(ctx, r.Body.Name)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, missing(fmt.Sprintf("there is no target %q", r.Body.Name), "targets are set under notify: in the configuration")
	}
	return TestTarget200JSONResponse(t), a.audit(ctx, "target.test", "target/"+r.Body.Name, map[string]any{"taken": t.Taken})
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
