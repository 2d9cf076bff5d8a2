package api

import (
	"context"
	"strconv"
	"strings"
	"time"
)

// Sources tell how what comes in is, see [SourceList] and the rest. The house does.
type Sources interface {
	// Add follows a bucket: [ErrInvalid] for what is none, [ErrFollowed]. Remove no longer
	// does: [ErrNoSource], [ErrFixed].
	Add(ctx context.Context, b BucketSource) (WatchedSource, error)
	Remove(ctx context.Context, name string) error
	List(ctx context.Context) (SourceList, error)
	// Objects lists up to limit objects below a number (0: all), the newest first.
	Objects(ctx context.Context, which ListObjectsParamsWhich, below int64, limit int) ([]LogObject, error)
	Coverage(ctx context.Context) (Coverage, error)
	// Bad sums up the lines that were no records: of the object that is named, or of
	// all; samples bounds the lines of each reason.
	Bad(ctx context.Context, object string, samples int) (Bad, error)
	Cost(ctx context.Context, by CostBy, since, until time.Time) (Costs, error)
	Disk(ctx context.Context) (Disk, error)
	Machinery(ctx context.Context) (Machinery, error)
	// Try tries the followed source of a name; ok is false when there is none.
	Try(ctx context.Context, name string) (trial Trial, ok bool, err error)
}

// CostBy says what costs are told by.
type CostBy struct{ FlowLog, Subnet, Interface bool }

// health refuses those who may see some records only: what comes in is everybody's.
func (a *API) health(ctx context.Context) error {
	if a.cfg.Sources == nil {
		return missing("this server does not tell of its sources", "")
	}
	return a.everybodys(ctx, "how the sources are")
}

// ListSources implements [StrictServerInterface].
func (a *API) ListSources(ctx context.Context, _ ListSourcesRequestObject) (ListSourcesResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	list, err := a.cfg.Sources.List(ctx)
	if err != nil {
		return nil, err
	}
	return ListSources200JSONResponse(list), nil
}

// ListObjects implements [StrictServerInterface].
func (a *API) ListObjects(ctx context.Context, r ListObjectsRequestObject) (ListObjectsResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	limit, below := 100, int64(0)
	if r.Params.Limit != nil {
		limit = min(max(*r.Params.Limit, 1), 1000)
	}
	if c := text(r.Params.Cursor); c != "" {
		var err error
		if below, err = strconv.ParseInt(c, 10, 64); err != nil {
			return nil, bad("cursor: "+c+" is none", "begin anew without a cursor")
		}
	}
	list, err := a.cfg.Sources.Objects(ctx, value(r.Params.Which), below, limit)
	if err != nil {
		return nil, err
	}
	out := ListObjects200JSONResponse{Objects: list}
	if len(list) == limit {
		out.Next = pointer(strconv.FormatInt(list[limit-1].Id, 10))
	}
	return out, nil
}

// GetCoverage implements [StrictServerInterface].
func (a *API) GetCoverage(ctx context.Context, _ GetCoverageRequestObject) (GetCoverageResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	c, err := a.cfg.Sources.Coverage(ctx)
	if err != nil {
		return nil, err
	}
	return GetCoverage200JSONResponse(c), nil
}

// ListBad implements [StrictServerInterface].
func (a *API) ListBad(ctx context.Context, r ListBadRequestObject) (ListBadResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	samples := 10
	if r.Params.Samples != nil {
		samples = min(max(*r.Params.Samples, 0), 200)
	}
	b, err := a.cfg.Sources.Bad(ctx, text(r.Params.Object), samples)
	if err != nil {
		return nil, err
	}
	for i := range b.Reasons {
		one := &b.Reasons[i]
		one.Advice, one.Command = adviceFor(one.Reason)
	}
	return ListBad200JSONResponse(b), nil
}

// tryFormat reads a file with other columns and stores nothing.
const tryFormat = "weir analyze FILE --log-format '${version} ${account-id} ${interface-id} ...'"

// adviceFor says what to do about lines that are bad for a reason, see decode.BadLine.
func adviceFor(reason string) (advice string, command *string) {
	give := func(advice, command string) (string, *string) {
		if command == "" {
			return advice, nil
		}
		return advice, &command
	}
	field, what, named := strings.Cut(reason, ": ")
	switch {
	case reason == "too few columns":
		return give("Lines have fewer values than their file has columns: they were cut, or the file was joined from two of other formats. A line or two are of a writer that was stopped; many mean that the format is another one.",
			tryFormat)
	case reason == "line too long", reason == "JSON: object too long":
		return give("A line is over 1 MiB: most likely the content is no log, or its line ends are missing. Look at the file, and leave it out of the source's path.", "")
	case reason == "no match":
		return give("The regular expression of the source's format does not fit these lines. Change it, or leave them: all others are in.", "")
	case strings.HasPrefix(reason, "JSON"):
		return give("The file is not whole JSON there: it was cut off or written by two at once. Records around it are in; take the object in again when it is whole.", "weir sources forget OBJECT && weir ingest OBJECT")
	case strings.HasPrefix(reason, "CloudWatch"):
		return give("A CloudWatch Logs payload holds something else than flow log lines: a subscription or export of another log group, or a message that was cut. Narrow the source's path to the group with flow logs.", "")
	case named && strings.HasPrefix(what, "longer than"):
		return give("The value of "+field+" is longer than any real one: the columns are shifted, or somebody sends rubbish. Compare the line with the file's header.", "")
	case named && what == "out of range":
		return give("The number in "+field+" cannot be: the columns are shifted by one, so a value stands under a wrong name. If it is so in all lines of a file, its column order is another one: name it with log-format.",
			tryFormat)
	case named:
		return give("The value of "+field+" cannot be read. If it is so in all lines of a file, its columns have another order: name them with log-format. If it is so in a few, they were damaged where they were written.",
			tryFormat)
	}
	return give("Look at the lines: all others of their files are in.", "weir sources bad")
}

// GetCost implements [StrictServerInterface].
func (a *API) GetCost(ctx context.Context, r GetCostRequestObject) (GetCostResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	var by CostBy
	words := text(r.Params.By)
	if words == "" {
		words = "flow-log"
	}
	for word := range strings.SplitSeq(words, ",") {
		switch strings.TrimSpace(word) {
		case "flow-log":
			by.FlowLog = true
		case "subnet":
			by.Subnet = true
		case "interface":
			by.Interface = true
		default:
			return nil, bad("by: there is no "+word, "name flow-log, subnet or interface")
		}
	}
	since, until, err := a.span(ctx, r.Params.Since, r.Params.Until)
	if err != nil {
		return nil, err
	}
	c, err := a.cfg.Sources.Cost(ctx, by, since, until)
	if err != nil {
		return nil, err
	}
	c.From, c.Until, c.Total = since, until, len(c.Items)
	for _, i := range c.Items {
		c.Records += i.Records
		c.LogBytes += i.LogBytes
		c.Price += i.Price
	}
	limit := 500
	if r.Params.Limit != nil {
		limit = min(max(*r.Params.Limit, 1), 5000)
	}
	c.Items = c.Items[:min(len(c.Items), limit)]
	return GetCost200JSONResponse(c), nil
}

// GetDisk implements [StrictServerInterface].
func (a *API) GetDisk(ctx context.Context, _ GetDiskRequestObject) (GetDiskResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	d, err := a.cfg.Sources.Disk(ctx)
	if err != nil {
		return nil, err
	}
	return GetDisk200JSONResponse(d), nil
}

// GetEngine implements [StrictServerInterface].
func (a *API) GetEngine(ctx context.Context, _ GetEngineRequestObject) (GetEngineResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	m, err := a.cfg.Sources.Machinery(ctx)
	if err != nil {
		return nil, err
	}
	return GetEngine200JSONResponse(m), nil
}

// TestSource implements [StrictServerInterface].
func (a *API) TestSource(ctx context.Context, r TestSourceRequestObject) (TestSourceResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	t, ok, err := a.cfg.Sources.Try(ctx, r.Body.Name)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, missing("no source has this name", "")
	}
	if err := a.audit(ctx, "source.test", "source/"+r.Body.Name, map[string]any{"good": t.Good}); err != nil {
		return nil, err
	}
	return TestSource200JSONResponse(t), nil
}

// AddSource implements [StrictServerInterface].
func (a *API) AddSource(ctx context.Context, r AddSourceRequestObject) (AddSourceResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	s, err := a.cfg.Sources.Add(ctx, *r.Body)
	if err != nil {
		return nil, changeProblem(err)
	}
	return AddSource201JSONResponse(s), a.audit(ctx, "source.add", "source/"+s.Name, map[string]any{
		"path": s.Path, "region": value(r.Body.Region), "role_arn": value(r.Body.RoleArn), "profile": value(r.Body.Profile), "endpoint": value(r.Body.Endpoint),
	})
}

// RemoveSource implements [StrictServerInterface].
func (a *API) RemoveSource(ctx context.Context, r RemoveSourceRequestObject) (RemoveSourceResponseObject, error) {
	if err := a.health(ctx); err != nil {
		return nil, err
	}
	if err := a.cfg.Sources.Remove(ctx, r.Params.Name); err != nil {
		return nil, changeProblem(err)
	}
	return RemoveSource204Response{}, a.audit(ctx, "source.remove", "source/"+r.Params.Name, struct{}{})
}
