import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { $ as showPanel, A as indentUnit, B as Parser, C as bracketMatching, F as DefaultBufferLength, G as WidgetType, H as Decoration, I as IterMode, J as highlightActiveLineGutter, K as drawSelection, L as NodeProp, Q as placeholder, R as NodeSet, U as EditorView, V as Tree, X as keymap, Y as hoverTooltip, Z as lineNumbers, a as defaultKeymap, at as StateEffect, d as closeBracketsKeymap, et as tooltips, i as theme, it as RangeSetBuilder, j as syntaxHighlighting, k as indentOnInput, l as autocompletion, m as completionKeymap, n as follower, nt as Facet, o as history, ot as StateField, q as highlightActiveLine, r as root, rt as Prec, s as historyKeymap, st as combineConfig, t as colours, tt as EditorState, u as closeBrackets, z as NodeType } from "./codemirror.js";
// node_modules/crelt/index.js
function crelt() {
	var elt = arguments[0];
	typeof elt == "string" && (elt = document.createElement(elt));
	var i = 1, next = arguments[1];
	if (next && typeof next == "object" && next.nodeType == null && !Array.isArray(next)) {
		for (var name in next) if (Object.prototype.hasOwnProperty.call(next, name)) {
			var value = next[name];
			typeof value == "string" ? elt.setAttribute(name, value) : value != null && (elt[name] = value);
		}
		i++;
	}
	for (; i < arguments.length; i++) add(elt, arguments[i]);
	return elt;
}
function add(elt, child) {
	if (typeof child == "string") elt.appendChild(document.createTextNode(child));
	else if (child != null) {
		if (child.nodeType != null) elt.appendChild(child);
		else if (Array.isArray(child)) for (var i = 0; i < child.length; i++) add(elt, child[i]);
		else throw RangeError("Unsupported child node: " + child);
	}
}
// node_modules/@lezer/lr/dist/index.js
var Stack = class Stack {
	constructor(p, stack, state, reducePos, pos, score, buffer, bufferBase, curContext, lookAhead = 0, parent) {
		this.p = p, this.stack = stack, this.state = state, this.reducePos = reducePos, this.pos = pos, this.score = score, this.buffer = buffer, this.bufferBase = bufferBase, this.curContext = curContext, this.lookAhead = lookAhead, this.parent = parent;
	}
	toString() {
		return `[${this.stack.filter((_, i) => i % 3 == 0).concat(this.state)}]@${this.pos}${this.score ? "!" + this.score : ""}`;
	}
	static start(p, state, pos = 0) {
		let cx = p.parser.context;
		return new Stack(p, [], state, pos, pos, 0, [], 0, cx ? new StackContext(cx, cx.start) : null, 0, null);
	}
	get context() {
		return this.curContext ? this.curContext.context : null;
	}
	pushState(state, start) {
		this.stack.push(this.state, start, this.bufferBase + this.buffer.length), this.state = state;
	}
	reduce(action) {
		let depth = action >> 19, type = action & 65535, { parser } = this.p, lookaheadRecord = this.reducePos < this.pos - 25 && this.setLookAhead(this.pos), dPrec = parser.dynamicPrecedence(type);
		if (dPrec && (this.score += dPrec), depth == 0) {
			type < parser.minRepeatTerm && this.reducePos < this.pos && (this.reducePos = this.pos), this.pushState(parser.getGoto(this.state, type, !0), this.reducePos), type < parser.minRepeatTerm && this.storeNode(type, this.reducePos, this.reducePos, lookaheadRecord ? 8 : 4, !0), this.reduceContext(type, this.reducePos);
			return;
		}
		let base = this.stack.length - (depth - 1) * 3 - (action & 262144 ? 6 : 0), start = base ? this.stack[base - 2] : this.p.ranges[0].from;
		type < parser.minRepeatTerm && start == this.reducePos && this.reducePos < this.pos && (this.reducePos = this.pos);
		let size = this.reducePos - start;
		size >= 2e3 && !this.p.parser.nodeSet.types[type]?.isAnonymous && (start == this.p.lastBigReductionStart ? (this.p.bigReductionCount++, this.p.lastBigReductionSize = size) : this.p.lastBigReductionSize < size && (this.p.bigReductionCount = 1, this.p.lastBigReductionStart = start, this.p.lastBigReductionSize = size));
		let bufferBase = base ? this.stack[base - 1] : 0, count = this.bufferBase + this.buffer.length - bufferBase;
		if (type < parser.minRepeatTerm || action & 131072) {
			let pos = parser.stateFlag(this.state, 1) ? this.pos : this.reducePos;
			this.storeNode(type, start, pos, count + 4, !0);
		}
		if (action & 262144) this.state = this.stack[base];
		else {
			let baseStateID = this.stack[base - 3];
			this.state = parser.getGoto(baseStateID, type, !0);
		}
		for (; this.stack.length > base;) this.stack.pop();
		this.reduceContext(type, start);
	}
	storeNode(term, start, end, size = 4, mustSink = !1) {
		if (term == 0 && (!this.stack.length || this.stack[this.stack.length - 1] < this.buffer.length + this.bufferBase)) {
			let top = this.buffer.length;
			if (top > 0 && this.buffer[top - 4] == 0 && this.buffer[top - 1] > -1) {
				if (start == end) return;
				if (this.buffer[top - 2] >= start) {
					this.buffer[top - 2] = end;
					return;
				}
			}
		}
		if (!mustSink || this.pos == end) this.buffer.push(term, start, end, size);
		else {
			let index = this.buffer.length;
			if (index > 0 && (this.buffer[index - 4] != 0 || this.buffer[index - 1] < 0)) {
				let mustMove = !1;
				for (let scan = index; scan > 0 && this.buffer[scan - 2] > end; scan -= 4) if (this.buffer[scan - 1] >= 0) {
					mustMove = !0;
					break;
				}
				if (mustMove) for (; index > 0 && this.buffer[index - 2] > end;) this.buffer[index] = this.buffer[index - 4], this.buffer[index + 1] = this.buffer[index - 3], this.buffer[index + 2] = this.buffer[index - 2], this.buffer[index + 3] = this.buffer[index - 1], index -= 4, size > 4 && (size -= 4);
			}
			this.buffer[index] = term, this.buffer[index + 1] = start, this.buffer[index + 2] = end, this.buffer[index + 3] = size;
		}
	}
	shift(action, type, start, end) {
		if (action & 131072) this.pushState(action & 65535, this.pos);
		else if (action & 262144) this.pos = end, this.shiftContext(type, start), type <= this.p.parser.maxNode && this.buffer.push(type, start, end, 4);
		else {
			let nextState = action, { parser } = this.p;
			this.pos = end;
			let skipped = parser.stateFlag(nextState, 1);
			!skipped && (end > start || type <= parser.maxNode) && (this.reducePos = end), this.pushState(nextState, skipped ? start : Math.min(start, this.reducePos)), this.shiftContext(type, start), type <= parser.maxNode && this.buffer.push(type, start, end, 4);
		}
	}
	apply(action, next, nextStart, nextEnd) {
		action & 65536 ? this.reduce(action) : this.shift(action, next, nextStart, nextEnd);
	}
	useNode(value, next, start) {
		let index = this.p.reused.length - 1;
		(index < 0 || this.p.reused[index] != value) && (this.p.reused.push(value), index++);
		let end = this.reducePos = this.pos = start + value.length;
		this.pushState(next, start), this.buffer.push(index, start, end, -1), this.curContext && this.updateContext(this.curContext.tracker.reuse(this.curContext.context, value, this, this.p.stream.reset(this.pos - value.length)));
	}
	split() {
		let parent = this, off = parent.buffer.length;
		for (off && parent.buffer[off - 4] == 0 && (off -= 4); off > 0 && parent.buffer[off - 2] > parent.reducePos;) off -= 4;
		let buffer = parent.buffer.slice(off), base = parent.bufferBase + off;
		for (; parent && base == parent.bufferBase;) parent = parent.parent;
		return new Stack(this.p, this.stack.slice(), this.state, this.reducePos, this.pos, this.score, buffer, base, this.curContext, this.lookAhead, parent);
	}
	recoverByDelete(next, nextEnd) {
		let isNode = next <= this.p.parser.maxNode;
		isNode && this.storeNode(next, this.pos, nextEnd, 4), this.storeNode(0, this.pos, nextEnd, isNode ? 8 : 4), this.pos = this.reducePos = nextEnd, this.score -= 190;
	}
	canShift(term) {
		for (let sim = new SimulatedStack(this);;) {
			let action = this.p.parser.stateSlot(sim.state, 4) || this.p.parser.hasAction(sim.state, term);
			if (action == 0) return !1;
			if (!(action & 65536)) return !0;
			sim.reduce(action);
		}
	}
	recoverByInsert(next) {
		if (this.stack.length >= 300) return [];
		let nextStates = this.p.parser.nextStates(this.state);
		if (nextStates.length > 8 || this.stack.length >= 120) {
			let best = [];
			for (let i = 0, s; i < nextStates.length; i += 2) (s = nextStates[i + 1]) != this.state && this.p.parser.hasAction(s, next) && best.push(nextStates[i], s);
			if (this.stack.length < 120) for (let i = 0; best.length < 8 && i < nextStates.length; i += 2) {
				let s = nextStates[i + 1];
				best.some((v, i) => i & 1 && v == s) || best.push(nextStates[i], s);
			}
			nextStates = best;
		}
		let result = [];
		for (let i = 0; i < nextStates.length && result.length < 4; i += 2) {
			let s = nextStates[i + 1];
			if (s == this.state) continue;
			let stack = this.split();
			stack.pushState(s, this.pos), stack.storeNode(0, stack.pos, stack.pos, 4, !0), stack.shiftContext(nextStates[i], this.pos), stack.reducePos = this.pos, stack.score -= 200, result.push(stack);
		}
		return result;
	}
	forceReduce() {
		let { parser } = this.p, reduce = parser.stateSlot(this.state, 5);
		if (!(reduce & 65536)) return !1;
		if (!parser.validAction(this.state, reduce)) {
			let depth = reduce >> 19, term = reduce & 65535, target = this.stack.length - depth * 3;
			if (target < 0 || parser.getGoto(this.stack[target], term, !1) < 0) {
				let backup = this.findForcedReduction();
				if (backup == null) return !1;
				reduce = backup;
			}
			this.storeNode(0, this.pos, this.pos, 4, !0), this.score -= 100;
		}
		return this.reducePos = this.pos, this.reduce(reduce), !0;
	}
	findForcedReduction() {
		let { parser } = this.p, seen = [], explore = (state, depth) => {
			if (!seen.includes(state)) return seen.push(state), parser.allActions(state, (action) => {
				if (!(action & 393216)) {
					if (action & 65536) {
						let rDepth = (action >> 19) - depth;
						if (rDepth > 1) {
							let term = action & 65535, target = this.stack.length - rDepth * 3;
							if (target >= 0 && parser.getGoto(this.stack[target], term, !1) >= 0) return rDepth << 19 | 65536 | term;
						}
					} else {
						let found = explore(action, depth + 1);
						if (found != null) return found;
					}
				}
			});
		};
		return explore(this.state, 0);
	}
	forceAll() {
		for (; !this.p.parser.stateFlag(this.state, 2);) if (!this.forceReduce()) {
			this.storeNode(0, this.pos, this.pos, 4, !0);
			break;
		}
		return this;
	}
	get deadEnd() {
		if (this.stack.length != 3) return !1;
		let { parser } = this.p;
		return parser.data[parser.stateSlot(this.state, 1)] == 65535 && !parser.stateSlot(this.state, 4);
	}
	restart() {
		this.storeNode(0, this.pos, this.pos, 4, !0), this.state = this.stack[0], this.stack.length = 0;
	}
	sameState(other) {
		if (this.state != other.state || this.stack.length != other.stack.length) return !1;
		for (let i = 0; i < this.stack.length; i += 3) if (this.stack[i] != other.stack[i]) return !1;
		return !0;
	}
	get parser() {
		return this.p.parser;
	}
	dialectEnabled(dialectID) {
		return this.p.parser.dialect.flags[dialectID];
	}
	shiftContext(term, start) {
		this.curContext && this.updateContext(this.curContext.tracker.shift(this.curContext.context, term, this, this.p.stream.reset(start)));
	}
	reduceContext(term, start) {
		this.curContext && this.updateContext(this.curContext.tracker.reduce(this.curContext.context, term, this, this.p.stream.reset(start)));
	}
	emitContext() {
		let last = this.buffer.length - 1;
		(last < 0 || this.buffer[last] != -3) && this.storeNode(this.curContext.hash, this.reducePos, this.reducePos, -3, !0);
	}
	emitLookAhead() {
		let last = this.buffer.length - 1;
		(last < 0 || this.buffer[last] != -4) && this.buffer.push(this.lookAhead, this.pos, this.pos, -4);
	}
	updateContext(context) {
		if (context != this.curContext.context) {
			let newCx = new StackContext(this.curContext.tracker, context);
			newCx.hash != this.curContext.hash && this.emitContext(), this.curContext = newCx;
		}
	}
	setLookAhead(lookAhead) {
		return lookAhead <= this.lookAhead ? !1 : (this.emitLookAhead(), this.lookAhead = lookAhead, !0);
	}
	close() {
		this.curContext && this.curContext.tracker.strict && this.emitContext(), this.lookAhead > 0 && this.emitLookAhead();
	}
}, StackContext = class {
	constructor(tracker, context) {
		this.tracker = tracker, this.context = context, this.hash = tracker.strict ? tracker.hash(context) : 0;
	}
}, SimulatedStack = class {
	constructor(start) {
		this.start = start, this.state = start.state, this.stack = start.stack, this.base = this.stack.length;
	}
	reduce(action) {
		let term = action & 65535, depth = action >> 19;
		depth == 0 ? (this.stack == this.start.stack && (this.stack = this.stack.slice()), this.stack.push(this.state, 0, 0), this.base += 3) : this.base -= (depth - 1) * 3;
		let goto = this.start.p.parser.getGoto(this.stack[this.base - 3], term, !0);
		this.state = goto;
	}
}, StackBufferCursor = class StackBufferCursor {
	constructor(stack, pos, index) {
		this.stack = stack, this.pos = pos, this.index = index, this.buffer = stack.buffer, this.index == 0 && this.maybeNext();
	}
	static create(stack, pos = stack.bufferBase + stack.buffer.length) {
		return new StackBufferCursor(stack, pos, pos - stack.bufferBase);
	}
	maybeNext() {
		let next = this.stack.parent;
		next != null && (this.index = this.stack.bufferBase - next.bufferBase, this.stack = next, this.buffer = next.buffer);
	}
	get id() {
		return this.buffer[this.index - 4];
	}
	get start() {
		return this.buffer[this.index - 3];
	}
	get end() {
		return this.buffer[this.index - 2];
	}
	get size() {
		return this.buffer[this.index - 1];
	}
	next() {
		this.index -= 4, this.pos -= 4, this.index == 0 && this.maybeNext();
	}
	fork() {
		return new StackBufferCursor(this.stack, this.pos, this.index);
	}
};
function decodeArray(input, Type = Uint16Array) {
	if (typeof input != "string") return input;
	let array = null;
	for (let pos = 0, out = 0; pos < input.length;) {
		let value = 0;
		for (;;) {
			let next = input.charCodeAt(pos++), stop = !1;
			if (next == 126) {
				value = 65535;
				break;
			}
			next >= 92 && next--, next >= 34 && next--;
			let digit = next - 32;
			if (digit >= 46 && (digit -= 46, stop = !0), value += digit, stop) break;
			value *= 46;
		}
		array ? array[out++] = value : array = new Type(value);
	}
	return array;
}
var CachedToken = class {
	constructor() {
		this.start = -1, this.value = -1, this.end = -1, this.extended = -1, this.lookAhead = 0, this.mask = 0, this.context = 0;
	}
}, nullToken = new CachedToken(), InputStream = class {
	constructor(input, ranges) {
		this.input = input, this.ranges = ranges, this.chunk = "", this.chunkOff = 0, this.chunk2 = "", this.chunk2Pos = 0, this.next = -1, this.token = nullToken, this.rangeIndex = 0, this.pos = this.chunkPos = ranges[0].from, this.range = ranges[0], this.end = ranges[ranges.length - 1].to, this.readNext();
	}
	resolveOffset(offset, assoc) {
		let range = this.range, index = this.rangeIndex, pos = this.pos + offset;
		for (; pos < range.from;) {
			if (!index) return null;
			let next = this.ranges[--index];
			pos -= range.from - next.to, range = next;
		}
		for (; assoc < 0 ? pos > range.to : pos >= range.to;) {
			if (index == this.ranges.length - 1) return null;
			let next = this.ranges[++index];
			pos += next.from - range.to, range = next;
		}
		return pos;
	}
	clipPos(pos) {
		if (pos >= this.range.from && pos < this.range.to) return pos;
		for (let range of this.ranges) if (range.to > pos) return Math.max(pos, range.from);
		return this.end;
	}
	peek(offset) {
		let idx = this.chunkOff + offset, pos, result;
		if (idx >= 0 && idx < this.chunk.length) pos = this.pos + offset, result = this.chunk.charCodeAt(idx);
		else {
			let resolved = this.resolveOffset(offset, 1);
			if (resolved == null) return -1;
			if (pos = resolved, pos >= this.chunk2Pos && pos < this.chunk2Pos + this.chunk2.length) result = this.chunk2.charCodeAt(pos - this.chunk2Pos);
			else {
				let i = this.rangeIndex, range = this.range;
				for (; range.to <= pos;) range = this.ranges[++i];
				this.chunk2 = this.input.chunk(this.chunk2Pos = pos), pos + this.chunk2.length > range.to && (this.chunk2 = this.chunk2.slice(0, range.to - pos)), result = this.chunk2.charCodeAt(0);
			}
		}
		return pos >= this.token.lookAhead && (this.token.lookAhead = pos + 1), result;
	}
	acceptToken(token, endOffset = 0) {
		let end = endOffset ? this.resolveOffset(endOffset, -1) : this.pos;
		if (end == null || end < this.token.start) throw RangeError("Token end out of bounds");
		this.token.value = token, this.token.end = end;
	}
	acceptTokenTo(token, endPos) {
		this.token.value = token, this.token.end = endPos;
	}
	getChunk() {
		if (this.pos >= this.chunk2Pos && this.pos < this.chunk2Pos + this.chunk2.length) {
			let { chunk, chunkPos } = this;
			this.chunk = this.chunk2, this.chunkPos = this.chunk2Pos, this.chunk2 = chunk, this.chunk2Pos = chunkPos, this.chunkOff = this.pos - this.chunkPos;
		} else {
			this.chunk2 = this.chunk, this.chunk2Pos = this.chunkPos;
			let nextChunk = this.input.chunk(this.pos), end = this.pos + nextChunk.length;
			this.chunk = end > this.range.to ? nextChunk.slice(0, this.range.to - this.pos) : nextChunk, this.chunkPos = this.pos, this.chunkOff = 0;
		}
	}
	readNext() {
		return this.next = this.chunkOff >= this.chunk.length && (this.getChunk(), this.chunkOff == this.chunk.length) ? -1 : this.chunk.charCodeAt(this.chunkOff);
	}
	advance(n = 1) {
		for (this.chunkOff += n; this.pos + n >= this.range.to;) {
			if (this.rangeIndex == this.ranges.length - 1) return this.setDone();
			n -= this.range.to - this.pos, this.range = this.ranges[++this.rangeIndex], this.pos = this.range.from;
		}
		return this.pos += n, this.pos >= this.token.lookAhead && (this.token.lookAhead = this.pos + 1), this.readNext();
	}
	setDone() {
		return this.pos = this.chunkPos = this.end, this.range = this.ranges[this.rangeIndex = this.ranges.length - 1], this.chunk = "", this.next = -1;
	}
	reset(pos, token) {
		if (token ? (this.token = token, token.start = pos, token.lookAhead = pos + 1, token.value = token.extended = -1) : this.token = nullToken, this.pos != pos) {
			if (this.pos = pos, pos == this.end) return this.setDone(), this;
			for (; pos < this.range.from;) this.range = this.ranges[--this.rangeIndex];
			for (; pos >= this.range.to;) this.range = this.ranges[++this.rangeIndex];
			pos >= this.chunkPos && pos < this.chunkPos + this.chunk.length ? this.chunkOff = pos - this.chunkPos : (this.chunk = "", this.chunkOff = 0), this.readNext();
		}
		return this;
	}
	read(from, to) {
		if (from >= this.chunkPos && to <= this.chunkPos + this.chunk.length) return this.chunk.slice(from - this.chunkPos, to - this.chunkPos);
		if (from >= this.chunk2Pos && to <= this.chunk2Pos + this.chunk2.length) return this.chunk2.slice(from - this.chunk2Pos, to - this.chunk2Pos);
		if (from >= this.range.from && to <= this.range.to) return this.input.read(from, to);
		let result = "";
		for (let r of this.ranges) {
			if (r.from >= to) break;
			r.to > from && (result += this.input.read(Math.max(r.from, from), Math.min(r.to, to)));
		}
		return result;
	}
}, TokenGroup = class {
	constructor(data, id) {
		this.data = data, this.id = id;
	}
	token(input, stack) {
		let { parser } = stack.p;
		readToken(this.data, input, stack, this.id, parser.data, parser.tokenPrecTable);
	}
};
TokenGroup.prototype.contextual = TokenGroup.prototype.fallback = TokenGroup.prototype.extend = !1;
var LocalTokenGroup = class {
	constructor(data, precTable, elseToken) {
		this.precTable = precTable, this.elseToken = elseToken, this.data = typeof data == "string" ? decodeArray(data) : data;
	}
	token(input, stack) {
		let start = input.pos, skipped = 0;
		for (;;) {
			let atEof = input.next < 0, nextPos = input.resolveOffset(1, 1);
			if (readToken(this.data, input, stack, 0, this.data, this.precTable), input.token.value > -1) break;
			if (this.elseToken == null) return;
			if (atEof || skipped++, nextPos == null) break;
			input.reset(nextPos, input.token);
		}
		skipped && (input.reset(start, input.token), input.acceptToken(this.elseToken, skipped));
	}
};
LocalTokenGroup.prototype.contextual = TokenGroup.prototype.fallback = TokenGroup.prototype.extend = !1;
var ExternalTokenizer = class {
	constructor(token, options = {}) {
		this.token = token, this.contextual = !!options.contextual, this.fallback = !!options.fallback, this.extend = !!options.extend;
	}
};
function readToken(data, input, stack, group, precTable, precOffset) {
	let state = 0, groupMask = 1 << group, { dialect } = stack.p.parser;
	scan: for (; (groupMask & data[state]) != 0;) {
		let accEnd = data[state + 1];
		for (let i = state + 3; i < accEnd; i += 2) if ((data[i + 1] & groupMask) > 0) {
			let term = data[i];
			if (dialect.allows(term) && (input.token.value == -1 || input.token.value == term || overrides(term, input.token.value, precTable, precOffset))) {
				input.acceptToken(term);
				break;
			}
		}
		let next = input.next, low = 0, high = data[state + 2];
		if (input.next < 0 && high > low && data[accEnd + high * 3 - 3] == 65535) {
			state = data[accEnd + high * 3 - 1];
			continue scan;
		}
		for (; low < high;) {
			let mid = low + high >> 1, index = accEnd + mid + (mid << 1), from = data[index], to = data[index + 1] || 65536;
			if (next < from) high = mid;
			else if (next >= to) low = mid + 1;
			else {
				state = data[index + 2], input.advance();
				continue scan;
			}
		}
		break;
	}
}
function findOffset(data, start, term) {
	for (let i = start, next; (next = data[i]) != 65535; i++) if (next == term) return i - start;
	return -1;
}
function overrides(token, prev, tableData, tableOffset) {
	let iPrev = findOffset(tableData, tableOffset, prev);
	return iPrev < 0 || findOffset(tableData, tableOffset, token) < iPrev;
}
var verbose = typeof process < "u" && /\bparse\b/.test({}.LOG), stackIDs = null;
function cutAt(tree, pos, side) {
	let cursor = tree.cursor(IterMode.IncludeAnonymous);
	for (cursor.moveTo(pos);;) if (!(side < 0 ? cursor.childBefore(pos) : cursor.childAfter(pos))) for (;;) {
		if ((side < 0 ? cursor.to < pos : cursor.from > pos) && !cursor.type.isError) return side < 0 ? Math.max(0, Math.min(cursor.to - 1, pos - 25)) : Math.min(tree.length, Math.max(cursor.from + 1, pos + 25));
		if (side < 0 ? cursor.prevSibling() : cursor.nextSibling()) break;
		if (!cursor.parent()) return side < 0 ? 0 : tree.length;
	}
}
var FragmentCursor = class {
	constructor(fragments, minRepeat) {
		this.fragments = fragments, this.minRepeat = minRepeat, this.i = 0, this.fragment = null, this.safeFrom = -1, this.safeTo = -1, this.trees = [], this.start = [], this.index = [], this.lastRepeat = null, this.lastRepeatPos = -1, this.nextFragment();
	}
	nextFragment() {
		let fr = this.fragment = this.i == this.fragments.length ? null : this.fragments[this.i++];
		if (fr) {
			for (this.safeFrom = fr.openStart ? cutAt(fr.tree, fr.from + fr.offset, 1) - fr.offset : fr.from, this.safeTo = fr.openEnd ? cutAt(fr.tree, fr.to + fr.offset, -1) - fr.offset : fr.to; this.trees.length;) this.trees.pop(), this.start.pop(), this.index.pop();
			this.trees.push(fr.tree), this.start.push(-fr.offset), this.index.push(0), this.nextStart = this.safeFrom;
		} else this.nextStart = 1e9;
	}
	nodeAt(pos) {
		if (pos < this.nextStart) return null;
		for (; this.fragment && this.safeTo <= pos;) this.nextFragment();
		if (!this.fragment) return null;
		for (;;) {
			let last = this.trees.length - 1;
			if (last < 0) return this.nextFragment(), null;
			if (pos < this.safeFrom) return null;
			let top = this.trees[last], index = this.index[last];
			if (index == top.children.length) {
				this.trees.pop(), this.start.pop(), this.index.pop();
				continue;
			}
			let next = top.children[index], start = this.start[last] + top.positions[index];
			if (start > pos) return this.nextStart = start, null;
			if (next instanceof Tree) {
				let storeRepeat = start > this.lastRepeatPos && next.type.id >= this.minRepeat;
				if (start == pos || storeRepeat) {
					let end = start + next.length, lookahead;
					if (start >= this.safeFrom && end <= this.safeTo && (!(lookahead = next.prop(NodeProp.lookAhead)) || end + lookahead < this.fragment.to) && (storeRepeat && (this.lastRepeat = next, this.lastRepeatPos = start), start == pos)) return next;
				}
				this.index[last]++, start + next.length >= Math.max(this.safeFrom, pos) && (this.trees.push(next), this.start.push(start), this.index.push(0));
			} else this.index[last]++, this.nextStart = start + next.length;
		}
	}
}, TokenCache = class {
	constructor(parser, stream) {
		this.stream = stream, this.tokens = [], this.mainToken = null, this.actions = [], this.tokens = parser.tokenizers.map((_) => new CachedToken());
	}
	getActions(stack) {
		let actionIndex = 0, main = null, { parser } = stack.p, { tokenizers } = parser, mask = parser.stateSlot(stack.state, 3), context = stack.curContext ? stack.curContext.hash : 0, lookAhead = 0;
		for (let i = 0; i < tokenizers.length; i++) {
			if (!(1 << i & mask)) continue;
			let tokenizer = tokenizers[i], token = this.tokens[i];
			if ((!main || tokenizer.fallback) && ((tokenizer.contextual || token.start != stack.pos || token.mask != mask || token.context != context) && (this.updateCachedToken(token, tokenizer, stack), token.mask = mask, token.context = context), token.lookAhead > token.end + 25 && (lookAhead = Math.max(token.lookAhead, lookAhead)), token.value != 0)) {
				let startIndex = actionIndex;
				if (token.extended > -1 && (actionIndex = this.addActions(stack, token.extended, token.end, actionIndex)), actionIndex = this.addActions(stack, token.value, token.end, actionIndex), !tokenizer.extend && (main = token, actionIndex > startIndex)) break;
			}
		}
		for (; this.actions.length > actionIndex;) this.actions.pop();
		return lookAhead && stack.setLookAhead(lookAhead), !main && stack.pos == this.stream.end && (main = new CachedToken(), main.value = stack.p.parser.eofTerm, main.start = main.end = stack.pos, actionIndex = this.addActions(stack, main.value, main.end, actionIndex)), this.mainToken = main, this.actions;
	}
	getMainToken(stack) {
		if (this.mainToken) return this.mainToken;
		let main = new CachedToken(), { pos, p } = stack;
		return main.start = pos, main.end = Math.min(pos + 1, p.stream.end), main.value = pos == p.stream.end ? p.parser.eofTerm : 0, main;
	}
	updateCachedToken(token, tokenizer, stack) {
		let start = this.stream.clipPos(stack.pos);
		if (tokenizer.token(this.stream.reset(start, token), stack), token.value > -1) {
			let { parser } = stack.p;
			for (let i = 0; i < parser.specialized.length; i++) if (parser.specialized[i] == token.value) {
				let result = parser.specializers[i](this.stream.read(token.start, token.end), stack);
				if (result >= 0 && stack.p.parser.dialect.allows(result >> 1)) {
					result & 1 ? token.extended = result >> 1 : token.value = result >> 1;
					break;
				}
			}
		} else token.value = 0, token.end = this.stream.clipPos(start + 1);
	}
	putAction(action, token, end, index) {
		for (let i = 0; i < index; i += 3) if (this.actions[i] == action) return index;
		return this.actions[index++] = action, this.actions[index++] = token, this.actions[index++] = end, index;
	}
	addActions(stack, token, end, index) {
		let { state } = stack, { parser } = stack.p, { data } = parser;
		for (let set = 0; set < 2; set++) for (let i = parser.stateSlot(state, set ? 2 : 1);; i += 3) {
			if (data[i] == 65535) {
				if (data[i + 1] == 1) i = pair(data, i + 2);
				else {
					index == 0 && data[i + 1] == 2 && (index = this.putAction(pair(data, i + 2), token, end, index));
					break;
				}
			}
			data[i] == token && (index = this.putAction(pair(data, i + 1), token, end, index));
		}
		return index;
	}
}, Parse = class {
	constructor(parser, input, fragments, ranges) {
		this.parser = parser, this.input = input, this.ranges = ranges, this.recovering = 0, this.nextStackID = 9812, this.minStackPos = 0, this.reused = [], this.stoppedAt = null, this.lastBigReductionStart = -1, this.lastBigReductionSize = 0, this.bigReductionCount = 0, this.stream = new InputStream(input, ranges), this.tokens = new TokenCache(parser, this.stream), this.topTerm = parser.top[1];
		let { from } = ranges[0];
		this.stacks = [Stack.start(this, parser.top[0], from)], this.fragments = fragments.length && this.stream.end - from > parser.bufferLength * 4 ? new FragmentCursor(fragments, parser.minRepeatTerm) : null;
	}
	get parsedPos() {
		return this.minStackPos;
	}
	advance() {
		let stacks = this.stacks, pos = this.minStackPos, newStacks = this.stacks = [], stopped, stoppedTokens;
		if (this.bigReductionCount > 300 && stacks.length == 1) {
			let [s] = stacks;
			for (; s.forceReduce() && s.stack.length && s.stack[s.stack.length - 2] >= this.lastBigReductionStart;);
			this.bigReductionCount = this.lastBigReductionSize = 0;
		}
		for (let i = 0; i < stacks.length; i++) {
			let stack = stacks[i];
			for (;;) {
				if (this.tokens.mainToken = null, stack.pos > pos) newStacks.push(stack);
				else if (this.advanceStack(stack, newStacks, stacks)) continue;
				else {
					stopped || (stopped = [], stoppedTokens = []), stopped.push(stack);
					let tok = this.tokens.getMainToken(stack);
					stoppedTokens.push(tok.value, tok.end);
				}
				break;
			}
		}
		if (!newStacks.length) {
			let finished = stopped && findFinished(stopped);
			if (finished) return verbose && console.log("Finish with " + this.stackID(finished)), this.stackToTree(finished);
			if (this.parser.strict) throw verbose && stopped && console.log("Stuck with token " + (this.tokens.mainToken ? this.parser.getName(this.tokens.mainToken.value) : "none")), SyntaxError("No parse at " + pos);
			this.recovering ||= 5;
		}
		if (this.recovering && stopped) {
			let finished = this.stoppedAt != null && stopped[0].pos > this.stoppedAt ? stopped[0] : this.runRecovery(stopped, stoppedTokens, newStacks);
			if (finished) return verbose && console.log("Force-finish " + this.stackID(finished)), this.stackToTree(finished.forceAll());
		}
		if (this.recovering) {
			let maxRemaining = this.recovering == 1 ? 1 : this.recovering * 3;
			if (newStacks.length > maxRemaining) for (newStacks.sort((a, b) => b.score - a.score); newStacks.length > maxRemaining;) newStacks.pop();
			newStacks.some((s) => s.reducePos > pos) && this.recovering--;
		} else if (newStacks.length > 1) {
			outer: for (let i = 0; i < newStacks.length - 1; i++) {
				let stack = newStacks[i];
				for (let j = i + 1; j < newStacks.length; j++) {
					let other = newStacks[j];
					if (stack.sameState(other) || stack.buffer.length > 500 && other.buffer.length > 500) {
						if ((stack.score - other.score || stack.buffer.length - other.buffer.length) > 0) newStacks.splice(j--, 1);
						else {
							newStacks.splice(i--, 1);
							continue outer;
						}
					}
				}
			}
			newStacks.length > 12 && (newStacks.sort((a, b) => b.score - a.score), newStacks.splice(12, newStacks.length - 12));
		}
		this.minStackPos = newStacks[0].pos;
		for (let i = 1; i < newStacks.length; i++) newStacks[i].pos < this.minStackPos && (this.minStackPos = newStacks[i].pos);
		return null;
	}
	stopAt(pos) {
		if (this.stoppedAt != null && this.stoppedAt < pos) throw RangeError("Can't move stoppedAt forward");
		this.stoppedAt = pos;
	}
	tryReuse(stack, start, tree, repeatOnly) {
		if (!tree) return null;
		let strictCx = stack.curContext && stack.curContext.tracker.strict, cxHash = strictCx ? stack.curContext.hash : 0;
		for (; tree;) {
			let match = this.parser.nodeSet.types[tree.type.id] == tree.type ? this.parser.getGoto(stack.state, tree.type.id) : -1;
			if (match > -1 && tree.length && (!strictCx || (tree.prop(NodeProp.contextHash) || 0) == cxHash)) return stack.useNode(tree, match, start), tree;
			if (tree.children.length == 0 || tree.positions[0] > 0) break;
			let inner = tree.children[0];
			if (inner instanceof Tree && (!repeatOnly || inner.type.id >= this.parser.minRepeatTerm)) tree = inner;
			else break;
		}
		return null;
	}
	advanceStack(stack, stacks, split) {
		let start = stack.pos, { parser } = this, base = verbose ? this.stackID(stack) + " -> " : "";
		if (this.stoppedAt != null && start > this.stoppedAt) return stack.forceReduce() ? stack : null;
		if (this.fragments) {
			let reused = stack.reducePos < start && stack.buffer.length && stack.buffer[stack.buffer.length - 2] <= stack.reducePos && this.fragments.lastRepeatPos == stack.reducePos && this.tryReuse(stack, stack.reducePos, this.fragments.lastRepeat, !0) || this.tryReuse(stack, start, this.fragments.nodeAt(start), !1);
			if (reused) return verbose && console.log(base + this.stackID(stack) + ` (via reuse of ${parser.getName(reused.type.id)})`), !0;
		}
		let defaultReduce = parser.stateSlot(stack.state, 4);
		if (defaultReduce > 0) return stack.reduce(defaultReduce), verbose && console.log(base + this.stackID(stack) + ` (via always-reduce ${parser.getName(defaultReduce & 65535)})`), !0;
		if (stack.stack.length >= 8400) for (; stack.stack.length > 6e3 && stack.forceReduce(););
		let actions = this.tokens.getActions(stack);
		for (let i = 0; i < actions.length;) {
			let action = actions[i++], term = actions[i++], end = actions[i++], last = i == actions.length || !split, localStack = last ? stack : stack.split(), main = this.tokens.mainToken;
			if (localStack.apply(action, term, main ? main.start : localStack.pos, end), verbose && console.log(base + this.stackID(localStack) + ` (via ${action & 65536 ? `reduce of ${parser.getName(action & 65535)}` : "shift"} for ${parser.getName(term)} @ ${start}${localStack == stack ? "" : ", split"})`), last) return !0;
			localStack.pos > start ? stacks.push(localStack) : split.push(localStack);
		}
		return !1;
	}
	advanceFully(stack, newStacks) {
		let pos = stack.pos;
		for (;;) {
			if (!this.advanceStack(stack, null, null)) return !1;
			if (stack.pos > pos) return pushStackDedup(stack, newStacks), !0;
		}
	}
	runRecovery(stacks, tokens, newStacks) {
		let finished = null, restarted = !1;
		for (let i = 0; i < stacks.length; i++) {
			let stack = stacks[i], token = tokens[i << 1], tokenEnd = tokens[(i << 1) + 1], base = verbose ? this.stackID(stack) + " -> " : "";
			if (stack.deadEnd && (restarted || (restarted = !0, stack.restart(), verbose && console.log(base + this.stackID(stack) + " (restarted)"), this.advanceFully(stack, newStacks)))) continue;
			let force = stack.split(), forceBase = base;
			for (let j = 0; j < 10 && force.forceReduce() && (verbose && console.log(forceBase + this.stackID(force) + " (via force-reduce)"), !this.advanceFully(force, newStacks)); j++) verbose && (forceBase = this.stackID(force) + " -> ");
			for (let insert of stack.recoverByInsert(token)) verbose && console.log(base + this.stackID(insert) + " (via recover-insert)"), this.advanceFully(insert, newStacks);
			this.stream.end > stack.pos ? (tokenEnd == stack.pos && (tokenEnd++, token = 0), stack.recoverByDelete(token, tokenEnd), verbose && console.log(base + this.stackID(stack) + ` (via recover-delete ${this.parser.getName(token)})`), pushStackDedup(stack, newStacks)) : (!finished || finished.score < force.score) && (finished = force);
		}
		return finished;
	}
	stackToTree(stack) {
		return stack.close(), Tree.build({
			buffer: StackBufferCursor.create(stack),
			nodeSet: this.parser.nodeSet,
			topID: this.topTerm,
			maxBufferLength: this.parser.bufferLength,
			reused: this.reused,
			start: this.ranges[0].from,
			length: stack.pos - this.ranges[0].from,
			minRepeatType: this.parser.minRepeatTerm
		});
	}
	stackID(stack) {
		let id = (stackIDs ||= new WeakMap()).get(stack);
		return id || stackIDs.set(stack, id = String.fromCodePoint(this.nextStackID++)), id + stack;
	}
};
function pushStackDedup(stack, newStacks) {
	for (let i = 0; i < newStacks.length; i++) {
		let other = newStacks[i];
		if (other.pos == stack.pos && other.sameState(stack)) {
			newStacks[i].score < stack.score && (newStacks[i] = stack);
			return;
		}
	}
	newStacks.push(stack);
}
var Dialect = class {
	constructor(source, flags, disabled) {
		this.source = source, this.flags = flags, this.disabled = disabled;
	}
	allows(term) {
		return !this.disabled || this.disabled[term] == 0;
	}
}, id = (x) => x, ContextTracker = class {
	constructor(spec) {
		this.start = spec.start, this.shift = spec.shift || id, this.reduce = spec.reduce || id, this.reuse = spec.reuse || id, this.hash = spec.hash || (() => 0), this.strict = spec.strict !== !1;
	}
}, LRParser = class LRParser extends Parser {
	constructor(spec) {
		if (super(), this.wrappers = [], spec.version != 14) throw RangeError(`Parser version (${spec.version}) doesn't match runtime version (14)`);
		let nodeNames = spec.nodeNames.split(" ");
		this.minRepeatTerm = nodeNames.length;
		for (let i = 0; i < spec.repeatNodeCount; i++) nodeNames.push("");
		let topTerms = Object.keys(spec.topRules).map((r) => spec.topRules[r][1]), nodeProps = [];
		for (let i = 0; i < nodeNames.length; i++) nodeProps.push([]);
		function setProp(nodeID, prop, value) {
			nodeProps[nodeID].push([prop, prop.deserialize(String(value))]);
		}
		if (spec.nodeProps) for (let propSpec of spec.nodeProps) {
			let prop = propSpec[0];
			typeof prop == "string" && (prop = NodeProp[prop]);
			for (let i = 1; i < propSpec.length;) {
				let next = propSpec[i++];
				if (next >= 0) setProp(next, prop, propSpec[i++]);
				else {
					let value = propSpec[i + -next];
					for (let j = -next; j > 0; j--) setProp(propSpec[i++], prop, value);
					i++;
				}
			}
		}
		this.nodeSet = new NodeSet(nodeNames.map((name, i) => NodeType.define({
			name: i >= this.minRepeatTerm ? void 0 : name,
			id: i,
			props: nodeProps[i],
			top: topTerms.indexOf(i) > -1,
			error: i == 0,
			skipped: spec.skippedNodes && spec.skippedNodes.indexOf(i) > -1
		}))), spec.propSources && (this.nodeSet = this.nodeSet.extend(...spec.propSources)), this.strict = !1, this.bufferLength = DefaultBufferLength;
		let tokenArray = decodeArray(spec.tokenData);
		this.context = spec.context, this.specializerSpecs = spec.specialized || [], this.specialized = new Uint16Array(this.specializerSpecs.length);
		for (let i = 0; i < this.specializerSpecs.length; i++) this.specialized[i] = this.specializerSpecs[i].term;
		this.specializers = this.specializerSpecs.map(getSpecializer), this.states = decodeArray(spec.states, Uint32Array), this.data = decodeArray(spec.stateData), this.goto = decodeArray(spec.goto), this.maxTerm = spec.maxTerm, this.tokenizers = spec.tokenizers.map((value) => typeof value == "number" ? new TokenGroup(tokenArray, value) : value), this.topRules = spec.topRules, this.dialects = spec.dialects || {}, this.dynamicPrecedences = spec.dynamicPrecedences || null, this.tokenPrecTable = spec.tokenPrec, this.termNames = spec.termNames || null, this.maxNode = this.nodeSet.types.length - 1, this.dialect = this.parseDialect(), this.top = this.topRules[Object.keys(this.topRules)[0]];
	}
	createParse(input, fragments, ranges) {
		let parse = new Parse(this, input, fragments, ranges);
		for (let w of this.wrappers) parse = w(parse, input, fragments, ranges);
		return parse;
	}
	getGoto(state, term, loose = !1) {
		let table = this.goto;
		if (term >= table[0]) return -1;
		for (let pos = table[term + 1];;) {
			let groupTag = table[pos++], last = groupTag & 1, target = table[pos++];
			if (last && loose) return target;
			for (let end = pos + (groupTag >> 1); pos < end; pos++) if (table[pos] == state) return target;
			if (last) return -1;
		}
	}
	hasAction(state, terminal) {
		let data = this.data;
		for (let set = 0; set < 2; set++) for (let i = this.stateSlot(state, set ? 2 : 1), next;; i += 3) {
			if ((next = data[i]) == 65535) {
				if (data[i + 1] == 1) next = data[i = pair(data, i + 2)];
				else if (data[i + 1] == 2) return pair(data, i + 2);
				else break;
			}
			if (next == terminal || next == 0) return pair(data, i + 1);
		}
		return 0;
	}
	stateSlot(state, slot) {
		return this.states[state * 6 + slot];
	}
	stateFlag(state, flag) {
		return (this.stateSlot(state, 0) & flag) > 0;
	}
	validAction(state, action) {
		return !!this.allActions(state, (a) => a == action || null);
	}
	allActions(state, action) {
		let deflt = this.stateSlot(state, 4), result = deflt ? action(deflt) : void 0;
		for (let i = this.stateSlot(state, 1); result == null; i += 3) {
			if (this.data[i] == 65535) {
				if (this.data[i + 1] == 1) i = pair(this.data, i + 2);
				else break;
			}
			result = action(pair(this.data, i + 1));
		}
		return result;
	}
	nextStates(state) {
		let result = [];
		for (let i = this.stateSlot(state, 1);; i += 3) {
			if (this.data[i] == 65535) {
				if (this.data[i + 1] == 1) i = pair(this.data, i + 2);
				else break;
			}
			if (!(this.data[i + 2] & 1)) {
				let value = this.data[i + 1];
				result.some((v, i) => i & 1 && v == value) || result.push(this.data[i], value);
			}
		}
		return result;
	}
	configure(config) {
		let copy = Object.assign(Object.create(LRParser.prototype), this);
		if (config.props && (copy.nodeSet = this.nodeSet.extend(...config.props)), config.top) {
			let info = this.topRules[config.top];
			if (!info) throw RangeError(`Invalid top rule name ${config.top}`);
			copy.top = info;
		}
		return config.tokenizers && (copy.tokenizers = this.tokenizers.map((t) => {
			let found = config.tokenizers.find((r) => r.from == t);
			return found ? found.to : t;
		})), config.specializers && (copy.specializers = this.specializers.slice(), copy.specializerSpecs = this.specializerSpecs.map((s, i) => {
			let found = config.specializers.find((r) => r.from == s.external);
			if (!found) return s;
			let spec = Object.assign(Object.assign({}, s), { external: found.to });
			return copy.specializers[i] = getSpecializer(spec), spec;
		})), config.contextTracker && (copy.context = config.contextTracker), config.dialect && (copy.dialect = this.parseDialect(config.dialect)), config.strict != null && (copy.strict = config.strict), config.wrap && (copy.wrappers = copy.wrappers.concat(config.wrap)), config.bufferLength != null && (copy.bufferLength = config.bufferLength), copy;
	}
	hasWrappers() {
		return this.wrappers.length > 0;
	}
	getName(term) {
		return this.termNames ? this.termNames[term] : String(term <= this.maxNode && this.nodeSet.types[term].name || term);
	}
	get eofTerm() {
		return this.maxNode + 1;
	}
	get topNode() {
		return this.nodeSet.types[this.top[1]];
	}
	dynamicPrecedence(term) {
		let prec = this.dynamicPrecedences;
		return prec == null ? 0 : prec[term] || 0;
	}
	parseDialect(dialect) {
		let values = Object.keys(this.dialects), flags = values.map(() => !1);
		if (dialect) for (let part of dialect.split(" ")) {
			let id = values.indexOf(part);
			id >= 0 && (flags[id] = !0);
		}
		let disabled = null;
		for (let i = 0; i < values.length; i++) if (!flags[i]) for (let j = this.dialects[values[i]], id; (id = this.data[j++]) != 65535;) (disabled ||= new Uint8Array(this.maxTerm + 1))[id] = 1;
		return new Dialect(dialect, flags, disabled);
	}
	static deserialize(spec) {
		return new LRParser(spec);
	}
};
function pair(data, off) {
	return data[off] | data[off + 1] << 16;
}
function findFinished(stacks) {
	let best = null;
	for (let stack of stacks) {
		let stopped = stack.p.stoppedAt;
		(stack.pos == stack.p.stream.end || stopped != null && stack.pos > stopped) && stack.p.parser.stateFlag(stack.state, 2) && (!best || best.score < stack.score) && (best = stack);
	}
	return best;
}
function getSpecializer(spec) {
	if (spec.external) {
		let mask = +!!spec.extend;
		return (value, stack) => spec.external(value, stack) << 1 | mask;
	}
	return spec.get;
}
// node_modules/@codemirror/lint/dist/index.js
var SelectedDiagnostic = class {
	constructor(from, to, diagnostic) {
		this.from = from, this.to = to, this.diagnostic = diagnostic;
	}
}, LintState = class LintState {
	constructor(diagnostics, panel, selected) {
		this.diagnostics = diagnostics, this.panel = panel, this.selected = selected;
	}
	static init(diagnostics, panel, state) {
		let diagnosticFilter = state.facet(lintConfig).markerFilter;
		diagnosticFilter && (diagnostics = diagnosticFilter(diagnostics, state));
		let sorted = diagnostics.slice().sort((a, b) => a.from - b.from || a.to - b.to), deco = new RangeSetBuilder(), active = [], pos = 0, scan = state.doc.iter(), scanPos = 0, docLen = state.doc.length;
		for (let i = 0;;) {
			let next = i == sorted.length ? null : sorted[i];
			if (!next && !active.length) break;
			let from, to;
			if (active.length) from = pos, to = active.reduce((p, d) => Math.min(p, d.to), next && next.from > from ? next.from : 1e8);
			else {
				if (from = next.from, from > docLen) break;
				to = next.to, active.push(next), i++;
			}
			for (; i < sorted.length;) {
				let next = sorted[i];
				if (next.from == from && (next.to > next.from || next.to == from)) active.push(next), i++, to = Math.min(next.to, to);
				else {
					to = Math.min(next.from, to);
					break;
				}
			}
			to = Math.min(to, docLen);
			let widget = !1;
			if (active.some((d) => d.from == from && (d.to == to || to == docLen)) && (widget = from == to, !widget && to - from < 10)) {
				let behind = from - (scanPos + scan.value.length);
				behind > 0 && (scan.next(behind), scanPos = from);
				for (let check = from;;) {
					if (check >= to) {
						widget = !0;
						break;
					}
					if (!scan.lineBreak && scanPos + scan.value.length > check) break;
					check = scanPos + scan.value.length, scanPos += scan.value.length, scan.next();
				}
			}
			let sev = maxSeverity(active);
			if (widget) deco.add(from, from, Decoration.widget({
				widget: new DiagnosticWidget(sev),
				diagnostics: active.slice()
			}));
			else {
				let markClass = active.reduce((c, d) => d.markClass ? c + " " + d.markClass : c, "");
				deco.add(from, to, Decoration.mark({
					class: "cm-lintRange cm-lintRange-" + sev + markClass,
					diagnostics: active.slice(),
					inclusiveEnd: active.some((a) => a.to > to)
				}));
			}
			if (pos = to, pos == docLen) break;
			for (let i = 0; i < active.length; i++) active[i].to <= pos && active.splice(i--, 1);
		}
		let set = deco.finish();
		return new LintState(set, panel, findDiagnostic(set));
	}
};
function findDiagnostic(diagnostics, diagnostic = null, after = 0) {
	let found = null;
	return diagnostics.between(after, 1e9, (from, to, { spec }) => {
		if (!(diagnostic && spec.diagnostics.indexOf(diagnostic) < 0)) {
			if (!found) found = new SelectedDiagnostic(from, to, diagnostic || spec.diagnostics[0]);
			else if (spec.diagnostics.indexOf(found.diagnostic) < 0) return !1;
			else found = new SelectedDiagnostic(found.from, to, found.diagnostic);
		}
	}), found;
}
function hideTooltip(tr, tooltip) {
	let from = tooltip.pos, to = tooltip.end || from, result = tr.state.facet(lintConfig).hideOn(tr, from, to);
	if (result != null) return result;
	let line = tr.startState.doc.lineAt(tooltip.pos);
	return !!(tr.effects.some((e) => e.is(setDiagnosticsEffect)) || tr.changes.touchesRange(line.from, Math.max(line.to, to)));
}
function maybeEnableLint(state, effects) {
	return state.field(lintState, !1) ? effects : effects.concat(StateEffect.appendConfig.of(lintExtensions));
}
function setDiagnostics(state, diagnostics) {
	return { effects: maybeEnableLint(state, [setDiagnosticsEffect.of(diagnostics)]) };
}
var setDiagnosticsEffect = StateEffect.define(), togglePanel = StateEffect.define(), movePanelSelection = StateEffect.define(), lintState = StateField.define({
	create() {
		return new LintState(Decoration.none, null, null);
	},
	update(value, tr) {
		if (tr.docChanged && value.diagnostics.size) {
			let mapped = value.diagnostics.map(tr.changes), selected = null, panel = value.panel;
			if (value.selected) {
				let selPos = tr.changes.mapPos(value.selected.from, 1);
				selected = findDiagnostic(mapped, value.selected.diagnostic, selPos) || findDiagnostic(mapped, null, selPos);
			}
			!mapped.size && panel && tr.state.facet(lintConfig).autoPanel && (panel = null), value = new LintState(mapped, panel, selected);
		}
		for (let effect of tr.effects) if (effect.is(setDiagnosticsEffect)) {
			let panel = tr.state.facet(lintConfig).autoPanel ? effect.value.length ? LintPanel.open : null : value.panel;
			value = LintState.init(effect.value, panel, tr.state);
		} else effect.is(togglePanel) ? value = new LintState(value.diagnostics, effect.value ? LintPanel.open : null, value.selected) : effect.is(movePanelSelection) && (value = new LintState(value.diagnostics, value.panel, effect.value));
		return value;
	},
	provide: (f) => [showPanel.from(f, (val) => val.panel), EditorView.decorations.from(f, (s) => s.diagnostics)]
}), activeMark = Decoration.mark({ class: "cm-lintRange cm-lintRange-active" });
function lintTooltip(view, pos, side) {
	let { diagnostics } = view.state.field(lintState), found, start = -1, end = -1;
	diagnostics.between(pos - +(side < 0), pos + +(side > 0), (from, to, { spec }) => {
		if (pos >= from && pos <= to && (from == to || (pos > from || side > 0) && (pos < to || side < 0))) return found = spec.diagnostics, start = from, end = to, !1;
	});
	let diagnosticFilter = view.state.facet(lintConfig).tooltipFilter;
	return found && diagnosticFilter && (found = diagnosticFilter(found, view.state)), found ? {
		pos: start,
		end,
		above: !0,
		create() {
			return { dom: diagnosticsTooltip(view, found) };
		}
	} : null;
}
function diagnosticsTooltip(view, diagnostics) {
	return crelt("ul", { class: "cm-tooltip-lint" }, diagnostics.map((d) => renderDiagnostic(view, d, !1)));
}
var closeLintPanel = (view) => {
	let field = view.state.field(lintState, !1);
	return !field || !field.panel ? !1 : (view.dispatch({ effects: togglePanel.of(!1) }), !0);
}, lintConfig = Facet.define({ combine(input) {
	return {
		sources: input.map((i) => i.source).filter((x) => x != null),
		...combineConfig(input.map((i) => i.config), {
			delay: 750,
			markerFilter: null,
			tooltipFilter: null,
			needsRefresh: null,
			hideOn: () => null
		}, {
			delay: Math.max,
			markerFilter: combineFilter,
			tooltipFilter: combineFilter,
			needsRefresh: (a, b) => a ? b ? (u) => a(u) || b(u) : a : b,
			hideOn: (a, b) => a ? b ? (t, x, y) => a(t, x, y) || b(t, x, y) : a : b,
			autoPanel: (a, b) => a || b
		})
	};
} });
function combineFilter(a, b) {
	return a ? b ? (d, s) => b(a(d, s), s) : a : b;
}
function assignKeys(actions) {
	let assigned = [];
	if (actions) actions: for (let { name } of actions) {
		for (let i = 0; i < name.length; i++) {
			let ch = name[i];
			if (/[a-zA-Z]/.test(ch) && !assigned.some((c) => c.toLowerCase() == ch.toLowerCase())) {
				assigned.push(ch);
				continue actions;
			}
		}
		assigned.push("");
	}
	return assigned;
}
function renderDiagnostic(view, diagnostic, inPanel) {
	let keys = inPanel ? assignKeys(diagnostic.actions) : [];
	return crelt("li", { class: "cm-diagnostic cm-diagnostic-" + diagnostic.severity }, crelt("span", { class: "cm-diagnosticText" }, diagnostic.renderMessage ? diagnostic.renderMessage(view) : diagnostic.message), diagnostic.actions?.map((action, i) => {
		let fired = 0, click = (e) => {
			if (e.preventDefault(), fired > Date.now() - 100) return;
			let found = findDiagnostic(view.state.field(lintState).diagnostics, diagnostic);
			found && action.apply(view, found.from, found.to), fired = Date.now();
		}, { name } = action, keyIndex = keys[i] ? name.indexOf(keys[i]) : -1, nameElt = keyIndex < 0 ? name : [
			name.slice(0, keyIndex),
			crelt("u", name.slice(keyIndex, keyIndex + 1)),
			name.slice(keyIndex + 1)
		];
		return crelt("button", {
			type: "button",
			class: "cm-diagnosticAction" + (action.markClass ? " " + action.markClass : ""),
			onclick: click,
			onmousedown: click,
			"aria-label": ` Action: ${name}${keyIndex < 0 ? "" : ` (access key "${keys[i]})"`}.`
		}, nameElt);
	}), diagnostic.source && crelt("div", { class: "cm-diagnosticSource" }, diagnostic.source));
}
var DiagnosticWidget = class extends WidgetType {
	constructor(sev) {
		super(), this.sev = sev;
	}
	eq(other) {
		return other.sev == this.sev;
	}
	toDOM() {
		return crelt("span", { class: "cm-lintPoint cm-lintPoint-" + this.sev });
	}
}, PanelItem = class {
	constructor(view, diagnostic) {
		this.diagnostic = diagnostic, this.id = "item_" + Math.floor(Math.random() * 4294967295).toString(16), this.dom = renderDiagnostic(view, diagnostic, !0), this.dom.id = this.id, this.dom.setAttribute("role", "option");
	}
}, LintPanel = class LintPanel {
	constructor(view) {
		this.view = view, this.items = [];
		let onkeydown = (event) => {
			if (!(event.ctrlKey || event.altKey || event.metaKey)) {
				if (event.keyCode == 27) closeLintPanel(this.view), this.view.focus();
				else if (event.keyCode == 38 || event.keyCode == 33) this.moveSelection((this.selectedIndex - 1 + this.items.length) % this.items.length);
				else if (event.keyCode == 40 || event.keyCode == 34) this.moveSelection((this.selectedIndex + 1) % this.items.length);
				else if (event.keyCode == 36) this.moveSelection(0);
				else if (event.keyCode == 35) this.moveSelection(this.items.length - 1);
				else if (event.keyCode == 13) this.view.focus();
				else if (event.keyCode >= 65 && event.keyCode <= 90 && this.selectedIndex >= 0) {
					let { diagnostic } = this.items[this.selectedIndex], keys = assignKeys(diagnostic.actions);
					for (let i = 0; i < keys.length; i++) if (keys[i].toUpperCase().charCodeAt(0) == event.keyCode) {
						let found = findDiagnostic(this.view.state.field(lintState).diagnostics, diagnostic);
						found && diagnostic.actions[i].apply(view, found.from, found.to);
					}
				} else return;
				event.preventDefault();
			}
		}, onclick = (event) => {
			for (let i = 0; i < this.items.length; i++) this.items[i].dom.contains(event.target) && this.moveSelection(i);
		};
		this.list = crelt("ul", {
			tabIndex: 0,
			role: "listbox",
			"aria-label": this.view.state.phrase("Diagnostics"),
			onkeydown,
			onclick
		}), this.dom = crelt("div", { class: "cm-panel-lint" }, this.list, crelt("button", {
			type: "button",
			name: "close",
			"aria-label": this.view.state.phrase("close"),
			onclick: () => closeLintPanel(this.view)
		}, "×")), this.update();
	}
	get selectedIndex() {
		let selected = this.view.state.field(lintState).selected;
		if (!selected) return -1;
		for (let i = 0; i < this.items.length; i++) if (this.items[i].diagnostic == selected.diagnostic) return i;
		return -1;
	}
	update() {
		let { diagnostics, selected } = this.view.state.field(lintState), i = 0, needsSync = !1, newSelectedItem = null, seen = new Set();
		for (diagnostics.between(0, this.view.state.doc.length, (_start, _end, { spec }) => {
			for (let diagnostic of spec.diagnostics) {
				if (seen.has(diagnostic)) continue;
				seen.add(diagnostic);
				let found = -1, item;
				for (let j = i; j < this.items.length; j++) if (this.items[j].diagnostic == diagnostic) {
					found = j;
					break;
				}
				found < 0 ? (item = new PanelItem(this.view, diagnostic), this.items.splice(i, 0, item), needsSync = !0) : (item = this.items[found], found > i && (this.items.splice(i, found - i), needsSync = !0)), selected && item.diagnostic == selected.diagnostic ? item.dom.hasAttribute("aria-selected") || (item.dom.setAttribute("aria-selected", "true"), newSelectedItem = item) : item.dom.hasAttribute("aria-selected") && item.dom.removeAttribute("aria-selected"), i++;
			}
		}); i < this.items.length && !(this.items.length == 1 && this.items[0].diagnostic.from < 0);) needsSync = !0, this.items.pop();
		this.items.length == 0 && (this.items.push(new PanelItem(this.view, {
			from: -1,
			to: -1,
			severity: "info",
			message: this.view.state.phrase("No diagnostics")
		})), needsSync = !0), newSelectedItem ? (this.list.setAttribute("aria-activedescendant", newSelectedItem.id), this.view.requestMeasure({
			key: this,
			read: () => ({
				sel: newSelectedItem.dom.getBoundingClientRect(),
				panel: this.list.getBoundingClientRect()
			}),
			write: ({ sel, panel }) => {
				let scaleY = panel.height / this.list.offsetHeight;
				sel.top < panel.top ? this.list.scrollTop -= (panel.top - sel.top) / scaleY : sel.bottom > panel.bottom && (this.list.scrollTop += (sel.bottom - panel.bottom) / scaleY);
			}
		})) : this.selectedIndex < 0 && this.list.removeAttribute("aria-activedescendant"), needsSync && this.sync();
	}
	sync() {
		let domPos = this.list.firstChild;
		function rm() {
			let prev = domPos;
			domPos = prev.nextSibling, prev.remove();
		}
		for (let item of this.items) if (item.dom.parentNode == this.list) {
			for (; domPos != item.dom;) rm();
			domPos = item.dom.nextSibling;
		} else this.list.insertBefore(item.dom, domPos);
		for (; domPos;) rm();
	}
	moveSelection(selectedIndex) {
		if (this.selectedIndex < 0) return;
		let selection = findDiagnostic(this.view.state.field(lintState).diagnostics, this.items[selectedIndex].diagnostic);
		selection && this.view.dispatch({
			selection: {
				anchor: selection.from,
				head: selection.to
			},
			scrollIntoView: !0,
			effects: movePanelSelection.of(selection)
		});
	}
	static open(view) {
		return new LintPanel(view);
	}
};
function svg(content, attrs = "viewBox=\"0 0 40 40\"") {
	return `url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" ${attrs}>${encodeURIComponent(content)}</svg>')`;
}
function underline(color) {
	return svg(`<path d="m0 2.5 l2 -1.5 l1 0 l2 1.5 l1 0" stroke="${color}" fill="none" stroke-width=".7"/>`, "width=\"6\" height=\"3\"");
}
var baseTheme = EditorView.baseTheme({
	".cm-diagnostic": {
		padding: "3px 6px 3px 8px",
		marginLeft: "-1px",
		display: "block",
		whiteSpace: "pre-wrap"
	},
	".cm-diagnostic-error": { borderLeft: "5px solid #d11" },
	".cm-diagnostic-warning": { borderLeft: "5px solid orange" },
	".cm-diagnostic-info": { borderLeft: "5px solid #999" },
	".cm-diagnostic-hint": { borderLeft: "5px solid #66d" },
	".cm-diagnosticAction": {
		font: "inherit",
		border: "none",
		padding: "2px 4px",
		backgroundColor: "#444",
		color: "white",
		borderRadius: "3px",
		marginLeft: "8px",
		cursor: "pointer"
	},
	".cm-diagnosticSource": {
		fontSize: "70%",
		opacity: .7
	},
	".cm-lintRange": {
		backgroundPosition: "left bottom",
		backgroundRepeat: "repeat-x",
		paddingBottom: "0.7px"
	},
	".cm-lintRange-error": { backgroundImage: underline("#f11") },
	".cm-lintRange-warning": { backgroundImage: underline("orange") },
	".cm-lintRange-info": { backgroundImage: underline("#999") },
	".cm-lintRange-hint": { backgroundImage: underline("#66d") },
	".cm-lintRange-active": { backgroundColor: "#ffdd9980" },
	".cm-tooltip-lint": {
		padding: 0,
		margin: 0
	},
	".cm-lintPoint": {
		position: "relative",
		"&:after": {
			content: "\"\"",
			position: "absolute",
			bottom: 0,
			left: "-2px",
			borderLeft: "3px solid transparent",
			borderRight: "3px solid transparent",
			borderBottom: "4px solid #d11"
		}
	},
	".cm-lintPoint-warning": { "&:after": { borderBottomColor: "orange" } },
	".cm-lintPoint-info": { "&:after": { borderBottomColor: "#999" } },
	".cm-lintPoint-hint": { "&:after": { borderBottomColor: "#66d" } },
	".cm-panel.cm-panel-lint": {
		position: "relative",
		"& ul": {
			maxHeight: "100px",
			overflowY: "auto",
			"& [aria-selected]": {
				backgroundColor: "#ddd",
				"& u": { textDecoration: "underline" }
			},
			"&:focus [aria-selected]": {
				background_fallback: "#bdf",
				backgroundColor: "Highlight",
				color_fallback: "white",
				color: "HighlightText"
			},
			"& u": { textDecoration: "none" },
			padding: 0,
			margin: 0
		},
		"& [name=close]": {
			position: "absolute",
			top: "0",
			right: "2px",
			background: "inherit",
			border: "none",
			font: "inherit",
			padding: 0,
			margin: 0
		}
	},
	"&dark .cm-lintRange-active": { backgroundColor: "#86714a80" },
	"&dark .cm-panel.cm-panel-lint ul": { "& [aria-selected]": { backgroundColor: "#2e343e" } }
});
function severityWeight(sev) {
	return sev == "error" ? 4 : sev == "warning" ? 3 : sev == "info" ? 2 : 1;
}
function maxSeverity(diagnostics) {
	let sev = "hint", weight = 1;
	for (let d of diagnostics) {
		let w = severityWeight(d.severity);
		w > weight && (weight = w, sev = d.severity);
	}
	return sev;
}
var lintHover = hoverTooltip(lintTooltip, { hideOn: hideTooltip }), lintExtensions = [
	lintState,
	EditorView.decorations.compute([lintState], (state) => {
		let { selected, panel } = state.field(lintState);
		return !selected || !panel || selected.from == selected.to ? Decoration.none : Decoration.set([activeMark.range(selected.from, selected.to)]);
	}),
	lintHover,
	baseTheme
], import_react = __toESM(require_react(), 1), CodeEditor_module_default = { editor: "CodeEditor-module_editor" }, import_jsx_runtime = require_jsx_runtime();
function CodeEditor(p) {
	let at = (0, import_react.useRef)(null), view = (0, import_react.useRef)(null), follow = (0, import_react.useRef)(follower(p.value)), now = (0, import_react.useRef)(p);
	now.current = p, (0, import_react.useLayoutEffect)(() => {
		if (!at.current) return;
		let o = now.current, v = new EditorView({
			parent: at.current,
			root,
			state: EditorState.create({
				doc: o.value,
				extensions: [
					Prec.highest(keymap.of([{
						key: "Mod-Enter",
						run: (view) => (now.current.onRun?.(view.state.doc.toString()), !!now.current.onRun)
					}])),
					lineNumbers(),
					history(),
					drawSelection(),
					indentOnInput(),
					indentUnit.of("  "),
					bracketMatching(),
					closeBrackets(),
					highlightActiveLine(),
					highlightActiveLineGutter(),
					EditorView.lineWrapping,
					autocompletion({
						icons: !1,
						maxRenderedOptions: 80
					}),
					syntaxHighlighting(colours),
					o.language,
					keymap.of([
						...closeBracketsKeymap,
						...completionKeymap,
						...historyKeymap,
						...defaultKeymap
					]),
					placeholder(o.placeholder ?? ""),
					tooltips({
						parent: at.current,
						position: "fixed"
					}),
					theme,
					EditorState.readOnly.of(!!o.readOnly),
					EditorView.editable.of(!o.readOnly),
					EditorView.contentAttributes.of({
						"aria-label": o.label,
						spellcheck: "false",
						tabindex: "0"
					}),
					EditorView.updateListener.of((u) => {
						if (!u.docChanged) return;
						let text = u.state.doc.toString();
						follow.current.typed(text), now.current.onChange?.(text);
					})
				]
			})
		});
		return view.current = v, () => {
			v.destroy(), view.current = null;
		};
	}, []), (0, import_react.useEffect)(() => {
		let v = view.current;
		v && follow.current.outside(p.value) && v.state.doc.toString() !== p.value && v.dispatch({ changes: {
			from: 0,
			to: v.state.doc.length,
			insert: p.value
		} });
	}, [p.value]);
	let marks = JSON.stringify(p.markers ?? []);
	return (0, import_react.useEffect)(() => {
		let v = view.current;
		v && v.dispatch(setDiagnostics(v.state, (now.current.markers ?? []).map((m) => diagnostic(v.state.doc, m))));
	}, [marks]), (0, import_jsx_runtime.jsx)("div", {
		ref: at,
		className: CodeEditor_module_default.editor,
		style: {
			"--least": `${p.minHeight ?? 120}px`,
			"--most": `${p.maxHeight ?? 560}px`
		}
	});
}
function diagnostic(doc, m) {
	let from = m.start ?? 0, to = m.end ?? from;
	if (m.line !== void 0) {
		let line = doc.line(Math.max(1, Math.min(doc.lines, m.line)));
		from = Math.min(line.to, line.from + Math.max(0, (m.column ?? 1) - 1));
		let rest = doc.sliceString(from, line.to);
		to = m.column === void 0 ? line.to : from + Math.max(1, /^[^\s:,)]+/.exec(rest)?.[0].length ?? 1);
	}
	return from = Math.min(from, doc.length), to = Math.min(Math.max(to, from), doc.length), from === to && from > 0 && from--, {
		from,
		to,
		severity: m.severity ?? "error",
		message: m.message
	};
}
export { LRParser as i, ContextTracker as n, ExternalTokenizer as r, CodeEditor as t };
