package daemon

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/store"
)

// TestGapsOf: a gap is what is missing against a stream's own rhythm, whatever
// the order in which its files came.
func TestGapsOf(t *testing.T) {
	f := func(name string, minutes []span, want ...[2]int64) {
		t.Helper()
		for i := range minutes {
			minutes[i] = span{minutes[i].from * 60, minutes[i].to * 60}
		}
		_, _, gaps := gapsOf(minutes)
		got := [][2]int64{}
		for _, g := range gaps {
			got = append(got, [2]int64{g.From.Unix() / 60, g.To.Unix() / 60})
		}
		if want == nil {
			want = [][2]int64{}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}

	f("one file", []span{{0, 60}})
	f("every five minutes", []span{{0, 5}, {5, 10}, {10, 15}, {40, 45}}, [2]int64{15, 40})
	f("out of order", []span{{40, 45}, {10, 15}, {0, 5}, {5, 10}}, [2]int64{15, 40})
	f("short pauses are none", []span{{0, 5}, {5, 10}, {22, 27}})
	f("hourly files of a quiet log", []span{{0, 10}, {60, 65}, {120, 130}, {180, 190}})
	f("hourly files, half a day missing", []span{{0, 59}, {60, 119}, {120, 179}, {900, 959}}, [2]int64{179, 900})
	f("one long file over short ones", []span{{0, 1000}, {10, 20}, {500, 510}, {1001, 1010}})
}

// TestComparableDays: roll-ups whose records were dropped are no faults.
func TestComparableDays(t *testing.T) {
	usage := func(days map[string][]store.Day) (list []store.Usage) {
		for _, table := range []string{"edges", rawTable, "roll_minute"} {
			for _, d := range days[table] {
				list = append(list, store.Usage{Table: table, Day: d, Rows: 1})
			}
		}
		return list
	}
	f := func(name string, days map[string][]store.Day, table string, day store.Day, want bool, closed ...store.Day) {
		t.Helper()
		if got := comparableDays(usage(days), closed)(table, day); got != want {
			t.Errorf("%s: %s of %d comparable = %v, want %v", name, table, day, got, want)
		}
	}

	all := map[string][]store.Day{"edges": {20260301, 20260302}, rawTable: {20260301, 20260302}, "roll_minute": {20260301, 20260302}}
	f("all there", all, "edges", 20260301, true)
	f("all there", all, "", 20260302, true)
	aged := map[string][]store.Day{"edges": {20260301, 20260302, 20260303}, rawTable: {20260302, 20260303}, "roll_minute": {20260303}}
	f("records dropped", aged, "edges", 20260301, false)
	f("the first day left has a share of the one before", aged, "edges", 20260302, false)
	f("later days", aged, "edges", 20260303, true)
	f("roll-up dropped", aged, "roll_minute", 20260302, false)
	lost := map[string][]store.Day{rawTable: {20260301, 20260302}}
	f("a roll-up that is lost altogether", lost, "roll_minute", 20260301, true)
	f("records that came after the day was closed", all, "edges", 20260301, false, 20260301)
	f("the day after a closed one", all, "edges", 20260302, false, 20260301)
	f("nothing but roll-ups", map[string][]store.Day{"edges": {20260301}}, "edges", 20260301, false)
}

func TestDayText(t *testing.T) {
	if got := dayText(20260307); got != "2026-03-07" {
		t.Errorf("dayText = %q", got)
	}
}
