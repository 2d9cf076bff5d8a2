package daemon

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// TestMadeInTheApp: a bucket that is added over HTTP is followed at once, a file with
// places holds for what comes next, retention drops what it says it would; all of it is
// there again after a restart and in the audit, and nothing that the configuration sets
// can be changed.
func TestMadeInTheApp(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	data, logs := filepath.Join(dir, "data"), filepath.Join(dir, "logs")
	if err := os.MkdirAll(logs, 0o755); err != nil {
		t.Fatal(err)
	}
	bucket := s3test.New(t, "logs")
	bucket.Put("logs", "a/one.log", []byte(logLine("1.2.3.4", 443, day)+logLine("1.2.3.4", 80, day.AddDate(0, 0, -3))))
	settings := DefaultSettings()
	settings.Keep.MinuteDays = 90
	sc := ServeConfig{
		Sources: []Watched{{Name: "folder", Path: logs}}, Watch: WatchConfig{Keep: settings.Keep},
		Settings: ServedSettings{Settings: settings, From: map[string]string{"WEIR_KEEP_MINUTE_DAYS": "keep.minute-days"}},
	}
	address, stop := serve(t, data, sc)

	source := object{"path": "s3://logs/a/", "endpoint": bucket.URL, "name": "prod: logs"}
	call(t, address, 400, "POST", "/sources", object{"path": "/etc"}, nil)
	call(t, address, 400, "POST", "/sources", object{"path": "s3://logs/a/", "endpoint": "file:///etc"}, nil)
	call(t, address, 409, "DELETE", "/sources?name=folder", nil, nil)
	call(t, address, 404, "DELETE", "/sources?name=other", nil, nil)
	var one api.WatchedSource
	call(t, address, 201, "POST", "/sources", source, &one)
	if one.Name != "prod: logs" || !one.Removable || one.Kind != "bucket" {
		t.Errorf("added: %+v", one)
	}
	call(t, address, 409, "POST", "/sources", source, nil)
	var list api.SourceList
	until(t, "the bucket is in", func() bool {
		call(t, address, 200, "GET", "/sources", nil, &list)
		return list.Records == 2
	})
	if list.Watched[0].Removable || !list.Watched[1].Removable || list.Watched[1].Records != 2 {
		t.Errorf("watched: %+v", list.Watched)
	}

	call(t, address, 400, "POST", "/settings/geo?name=places.csv", []byte("no such file"), nil)
	call(t, address, 400, "POST", "/settings/geo?name=passwd", []byte("1.2.3.0,1.2.3.255,AU\n"), nil)
	var geo api.GeoFile
	call(t, address, 200, "POST", "/settings/geo?name="+url.QueryEscape("../../places.csv"), []byte("1.2.3.0,1.2.3.255,AU\n"), &geo)
	if geo.Path != filepath.Join(data, "geo", "places.csv") || !geo.Loaded || !geo.Removable {
		t.Errorf("places: %+v", geo)
	}
	if err := os.WriteFile(filepath.Join(logs, "b.log"), []byte(logLine("1.2.3.9", 443, day.Add(time.Minute))), 0o600); err != nil {
		t.Fatal(err)
	}
	until(t, "the folder's record knows its place", func() bool {
		return strings.Contains(page(t, address, api.Prefix+"/query?columns=srcaddr,src_country&since=0&q=src_country:AU"), "1.2.3.9")
	})

	call(t, address, 409, "PUT", "/settings/keep", object{"minute_days": 5}, nil)
	call(t, address, 400, "PUT", "/settings/keep", object{"days": -1}, nil)
	var plan api.KeepPlan
	call(t, address, 200, "PUT", "/settings/keep?try=true", object{"days": 2}, &plan)
	if plan.GoneDays != 1 || plan.GoneRecords != 1 || plan.Keep.Days != 2 || plan.Keep.MinuteDays != 90 {
		t.Errorf("plan: %+v", plan)
	}
	records := func() int { // by the days that are stored
		var d api.Disk
		call(t, address, 200, "GET", "/sources/disk", nil, &d)
		var n int64
		for _, one := range d.Days {
			n += one.Rows
		}
		return int(n)
	}
	if n := records(); n != 3 {
		t.Fatalf("%d records after a trial", n)
	}
	call(t, address, 200, "PUT", "/settings/keep", object{"days": 2}, &plan)
	until(t, "the old day is gone", func() bool { return records() == 2 })

	stop() // what was set is on disk from the moment it was answered
	address, stop = serve(t, data, sc)
	call(t, address, 200, "GET", "/sources", nil, &list)
	if len(list.Watched) != 2 || list.Watched[1].Name != "prod: logs" || !list.Watched[1].Removable {
		t.Errorf("watched after a restart: %+v", list.Watched)
	}
	var set api.SettingList
	call(t, address, 200, "GET", "/settings", nil, &set)
	for _, v := range set.Values {
		if v.Key == "keep.days" && (v.Value != "2" || v.From != "app") || v.Key == "keep.minute-days" && (v.Value != "90" || v.From != "variable") {
			t.Errorf("after a restart: %+v", v)
		}
	}
	call(t, address, 204, "DELETE", "/settings/geo?name=places.csv", nil, nil)
	call(t, address, 404, "DELETE", "/settings/geo?name=places.csv", nil, nil)
	call(t, address, 204, "DELETE", "/sources?name="+url.QueryEscape("prod: logs"), nil, nil)
	call(t, address, 200, "GET", "/sources", nil, &list)
	if len(list.Watched) != 1 {
		t.Errorf("watched: %+v", list.Watched)
	}
	audit := page(t, address, api.Prefix+"/audit")
	for _, action := range []string{"source.add", "source.remove", "geo.add", "geo.remove", "keep.set"} {
		if strings.Count(audit, `"`+action+`"`) != 1 {
			t.Errorf("%s is not once in the audit: %s", action, audit)
		}
	}
	stop()

	// A file that somebody wrote by hand is read as strictly as a configuration.
	if err := os.WriteFile(MadeFile(data), []byte("keep:\n  dayz: 3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var bad *config.Error
	if _, err := LoadMade(data); !errors.As(err, &bad) || bad.Line != 2 {
		t.Errorf("a mistake in the file: %v", err)
	}
}
