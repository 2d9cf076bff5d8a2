package alert

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

// The tactics of MITRE ATT&CK that flows tell of.
const (
	discovery        = "discovery"
	initialAccess    = "initial access"
	credentialAccess = "credential access"
	lateralMovement  = "lateral movement"
	commandControl   = "command and control"
	exfiltration     = "exfiltration"
	impact           = "impact"
	defenseEvasion   = "defense evasion"
)

// tactics by technique, without sub-technique. Of the tactics that a technique serves
// it is the one that flows show it at. Reconnaissance counts as discovery.
var tacticOf = map[string]string{
	"T1595": discovery, "T1590": discovery, "T1046": discovery, "T1018": discovery, "T1016": discovery, "T1049": discovery, "T1135": discovery,
	"T1133": initialAccess, "T1190": initialAccess, "T1078": initialAccess, "T1199": initialAccess, "T1566": initialAccess, "T1189": initialAccess,
	"T1110": credentialAccess, "T1557": credentialAccess, "T1040": credentialAccess, "T1552": credentialAccess,
	"T1021": lateralMovement, "T1210": lateralMovement, "T1570": lateralMovement, "T1563": lateralMovement,
	"T1071": commandControl, "T1095": commandControl, "T1571": commandControl, "T1572": commandControl, "T1573": commandControl, "T1090": commandControl,
	"T1105": commandControl, "T1102": commandControl, "T1219": commandControl, "T1568": commandControl, "T1008": commandControl, "T1001": commandControl,
	"T1041": exfiltration, "T1048": exfiltration, "T1567": exfiltration, "T1537": exfiltration, "T1029": exfiltration, "T1030": exfiltration, "T1020": exfiltration,
	"T1498": impact, "T1499": impact, "T1496": impact, "T1489": impact,
	"T1562": defenseEvasion, "T1070": defenseEvasion, "T1578": defenseEvasion,
}

var tacticOfFamily = map[finding.Family]string{
	finding.Scan: discovery, finding.Probe: discovery,
	finding.Exposure: initialAccess, finding.GuessSuccess: initialAccess, finding.NewSource: initialAccess, finding.ForbiddenSource: initialAccess,
	finding.Guess:   credentialAccess,
	finding.Lateral: lateralMovement, finding.NewEdge: lateralMovement, finding.ForbiddenEdge: lateralMovement,
	finding.C2: commandControl, finding.Beacon: commandControl, finding.LongConnection: commandControl, finding.LowSlow: commandControl,
	finding.KnownBad: commandControl, finding.NewDestination: commandControl, finding.ForbiddenDestination: commandControl,
	finding.Exfil: exfiltration, finding.NewRegion: exfiltration,
	finding.FloodIn: impact, finding.FloodOut: impact,
	finding.LogHealth: defenseEvasion,
}

// Tactic returns which step of an attack a finding tells of, "" when of none.
func Tactic(f finding.Finding) string {
	for _, technique := range f.Attack {
		base, _, _ := strings.Cut(strings.ToUpper(technique), ".")
		if t := tacticOf[base]; t != "" {
			return t
		}
	}
	return tacticOfFamily[f.Family]
}

// Risks returns the risk of each entity at the newest finding, the highest first.
func (s *Store) Risks(ctx context.Context) (risks []EntityRisk, err error) {
	err = s.db.View(ctx, func(tx *state.Tx) error {
		var newest sql.NullInt64
		if err := tx.Row(`SELECT MAX(last_seen) FROM findings WHERE exposure = 0 AND family <> 'incident'`, nil, &newest); err != nil || !newest.Valid {
			return err
		}
		now := fromMicro(newest.Int64)
		// What is older weighs nothing any more.
		list, err := selectFindings(tx, `exposure = 0 AND family <> 'incident' AND last_seen >= ?`, now.Add(-10*halfLife).UnixMicro())
		risks = Risks(list, now)
		return err
	})
	return risks, err
}

// EntityRisk is the risk of an entity at a moment.
type EntityRisk struct {
	Entity   finding.Entity `json:"entity"`
	Risk     float64        `json:"risk"`
	Tactics  []string       `json:"tactics"`
	Findings int            `json:"findings"`
}

// Risks returns the risk of each entity that findings are about, the highest first: the
// sum of their scores, halved every twelve hours, less for more of one rule, and raised
// for each further tactic. Internet noise does not count.
//
// More of one rule weighs less here otherwise than in an incident, see judge. Here it is
// asked how an entity stands now: of what one rule says of it the newest counts whole
// and what was before adds a half, a third; what the rule says of others is theirs. That
// two rules speak of one connection is no matter, as nothing is decided by the sum: it
// ranks.
func Risks(findings []finding.Finding, now time.Time) []EntityRisk {
	findings = slices.Clone(findings)
	slices.SortFunc(findings, func(a, b finding.Finding) int {
		return cmp.Or(b.LastSeen.Compare(a.LastSeen), cmp.Compare(a.ID, b.ID))
	})
	at := map[finding.Entity]*EntityRisk{}
	type key struct {
		rule   string
		entity finding.Entity
	}
	times := map[key]float64{}
	for _, f := range findings {
		if f.Exposure || f.Family == finding.Incident || f.LastSeen.After(now) {
			continue
		}
		e := subjectOf(f)
		if at[e] == nil {
			at[e] = &EntityRisk{Entity: e, Tactics: []string{}}
		}
		r := at[e]
		times[key{f.Rule, e}]++
		r.Risk += float64(f.Score) / times[key{f.Rule, e}] * math.Exp2(-float64(now.Sub(f.LastSeen))/float64(halfLife))
		r.Findings++
		if t := Tactic(f); t != "" && !slices.Contains(r.Tactics, t) {
			r.Tactics = append(r.Tactics, t)
		}
	}
	list := make([]EntityRisk, 0, len(at))
	for _, r := range at {
		r.Risk *= 1 + bonus*float64(max(0, len(r.Tactics)-1))
		list = append(list, *r)
	}
	slices.SortFunc(list, func(a, b EntityRisk) int {
		return cmp.Or(cmp.Compare(b.Risk, a.Risk), compareEntities(a.Entity, b.Entity))
	})
	return list
}
