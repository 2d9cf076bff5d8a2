package fleet

// pass writes what every interface on the way of r.win sees, both directions.
func (r *run) pass(c *cell) {
	w := &r.win
	r.id += 2
	w.id = r.id
	if w.line.nat {
		w.nat = c.nat
		// A pod's traffic leaves its node under the node's own address.
		w.a.addr = &w.a.iface.Addr
		r.translated(c.acct, false)
		if w.outcome != unanswered {
			r.translated(c.acct, true)
		}
		return
	}
	r.direct(c.acct, false)
	switch w.outcome {
	case refusedThere, refusedHere, tooLate, unanswered:
		return
	}
	r.direct(c.acct, true)
}

// begin fills r.rec with what all witnesses of a direction share.
func (r *run) begin(back bool) (src, dst endpoint) {
	w := &r.win
	src, dst = w.a, w.b
	h, sp, dp := &w.fwd, w.aPort, w.bPort
	rec := &r.rec
	*rec = Record{Protocol: w.proto, Start: w.start, End: w.end, Window: w.id, Opener: !back, Plant: w.plant}
	if back {
		src, dst, h, sp, dp = dst, src, &w.rev, dp, sp
		rec.Window |= 1
		if w.to < 0 {
			rec.SrcService = poolService[w.toPool]
		}
	} else if w.to < 0 {
		rec.DstService = poolService[w.toPool]
	}
	rec.SrcPort, rec.DstPort = sp, dp
	rec.Packets, rec.Bytes, rec.TCPFlags = h.packets, h.bytes, h.flags
	rec.From, rec.To = src.iface, dst.iface
	return src, dst
}

// direct writes one direction of a connection that no gateway translates: a
// record at the sender's interface, one at the receiver's.
func (r *run) direct(a *account, back bool) {
	w := &r.win
	src, dst := r.begin(back)
	sent, received, arrives := Accept, Accept, true
	switch w.outcome {
	case refusedThere, tooLate:
		received = Reject
	case refusedHere:
		sent, arrives = Reject, false
	case replyRefused:
		if back {
			sent, arrives = Reject, false
		}
	}
	atSrc := src.iface != nil && src.iface.Logged
	atDst := arrives && dst.iface != nil && dst.iface.Logged
	if !atSrc && !atDst {
		return
	}
	rec := &r.rec
	rec.Final = sent
	if atDst {
		rec.Final = received
	}
	if atDst && !r.w.hidden(dst.iface, w.start) || !atDst && !r.w.hidden(src.iface, w.start) {
		r.t.count(w, rec, back)
	}

	if atSrc {
		rec.Interface, rec.Ingress, rec.Action, rec.NextHop = src.iface, false, sent, dst.iface
		// A secondary address shows only in the packet fields.
		rec.Src, rec.PktSrc = own(src), src.addr
		rec.Dst, rec.PktDst = dst.addr, dst.addr
		switch {
		case dst.iface != nil:
			rec.TrafficPath = 1
		case w.viaS3:
			rec.TrafficPath = 7
		default:
			rec.TrafficPath = 8
		}
		rec.Counted = !atDst
		r.send(a)
	}
	if atDst {
		rec.Interface, rec.Ingress, rec.Action, rec.NextHop = dst.iface, true, received, src.iface
		rec.Src, rec.PktSrc = src.addr, src.addr
		rec.Dst, rec.PktDst = own(dst), dst.addr
		rec.TrafficPath = 0
		rec.Counted = true
		r.later()
		r.send(a)
	}
}

// own returns the address an interface's own records show for its end: the
// primary one of the same family.
func own(e endpoint) *Address {
	if e.addr.IP.Is4() {
		return &e.iface.Addr
	}
	return e.addr
}

// later moves a receiver's record by up to a second against the sender's, as
// clocks and travel do, without crossing into another day or out of the span.
func (r *run) later() {
	rec := &r.rec
	if rec.From == nil || rec.Window>>1&1 == 0 {
		return
	}
	if (rec.Start+1)%86400 != 0 && rec.Start+1 < r.w.end && rec.End < r.w.end {
		rec.Start++
		rec.End++
	}
}

// translated writes one direction of a connection through the NAT gateway:
// three records, shaped like AWS's documented example. The leg between gateway
// and internet bears the gateway's own address and is nobody's window.
func (r *run) translated(a *account, back bool) {
	w := &r.win
	r.begin(back)
	inst, gate, peer := w.a, w.nat, w.b
	atInst, atGate := inst.iface.Logged, gate.iface.Logged
	if !atInst && !atGate {
		return
	}
	rec := &r.rec
	if atInst && !r.w.hidden(inst.iface, w.start) || !atInst && !r.w.hidden(gate.iface, w.start) {
		r.t.count(w, rec, back)
	}
	id := rec.Window
	sp, dp := rec.SrcPort, rec.DstPort

	own := func() {
		if !atInst {
			return
		}
		rec.Interface, rec.Ingress, rec.NextHop = inst.iface, back, gate.iface
		rec.Src, rec.Dst = inst.addr, peer.addr
		rec.TrafficPath = 1
		if back {
			rec.Src, rec.Dst = peer.addr, inst.addr
			rec.TrafficPath = 0
		}
		rec.PktSrc, rec.PktDst = rec.Src, rec.Dst
		rec.SrcPort, rec.DstPort = sp, dp
		rec.Window, rec.Counted = id, true
		r.send(a)
	}
	inner := func() { // between instance and gateway
		if !atGate {
			return
		}
		rec.Interface, rec.Ingress, rec.NextHop = gate.iface, !back, inst.iface
		rec.Src, rec.PktSrc = inst.addr, inst.addr
		rec.Dst, rec.PktDst = gate.addr, peer.addr
		rec.TrafficPath = 0
		if back {
			rec.Src, rec.PktSrc = gate.addr, peer.addr
			rec.Dst, rec.PktDst = inst.addr, inst.addr
			rec.TrafficPath = 1
		}
		rec.SrcPort, rec.DstPort = sp, dp
		rec.Window, rec.Counted = id, !atInst
		r.send(a)
	}
	outer := func() { // between gateway and internet
		if !atGate {
			return
		}
		rec.Interface, rec.Ingress, rec.NextHop = gate.iface, back, nil
		rec.Src, rec.Dst = gate.addr, peer.addr
		rec.SrcPort, rec.DstPort = w.natPort, dp
		rec.TrafficPath = 8
		if back {
			rec.Src, rec.Dst = peer.addr, gate.addr
			rec.SrcPort, rec.DstPort = sp, w.natPort
			rec.TrafficPath = 0
		}
		rec.PktSrc, rec.PktDst = rec.Src, rec.Dst
		rec.Window, rec.Counted = 0, false
		r.send(a)
	}
	if back {
		outer()
		inner()
		own()
		return
	}
	own()
	inner()
	outer()
}

// send hands r.rec to the sink, once for each flow log over its interface.
func (r *run) send(a *account) {
	if r.err != nil {
		return
	}
	rec := &r.rec
	if rec.Status == OK && r.w.hidden(rec.Interface, r.win.start) {
		return
	}
	rec.Log = a.main
	r.t.record(rec)
	if r.err = r.sink(rec); r.err != nil || !rec.Interface.overlapped {
		return
	}
	rec.Log, rec.Counted = a.extra, false
	r.t.record(rec)
	r.err = r.sink(rec)
}
