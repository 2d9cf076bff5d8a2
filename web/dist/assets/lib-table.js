import{r as __toESM}from"./rolldown-runtime.js";
import{I as require_react,g as createAtom,h as batch,m as shallow,n as require_react_dom,p as useSelector}from"./lib-react.js";
var import_react=__toESM(require_react(),1),import_react_dom=__toESM(require_react_dom(),1);
function getMeasurementKey(item){
return typeof item==`object`?item.key:item}
function createLazyMeasurementsView(cache,flat){
let count=cache.length;
return new Proxy(cache,{get(target,prop,receiver){
if(typeof prop==`string`){
let c=prop.charCodeAt(0);
if(c>=48&&c<=57){
let i=+prop;
if(Number.isInteger(i)&&i>=0&&i<count){
let v=target[i];
if(typeof v!=`object`){
let s=flat[i*2];
v=target[i]={index:i,key:v,start:s,size:flat[i*2+1],end:s+flat[i*2+1],lane:0}}
return v}}
if(prop===`length`)return count}
return Reflect.get(target,prop,receiver)}})}
function memo$1(getDeps,fn,opts){
let deps=opts.initialDeps??[],result,isInitial=!0;
function memoizedFunction(){
let newDeps=getDeps();
return(newDeps.length!==deps.length||newDeps.some((dep,index)=>deps[index]!==dep))&&(deps=newDeps,result=fn(...newDeps),opts?.onChange&&!(isInitial&&opts.skipInitialOnChange)&&opts.onChange(result),isInitial=!1),result}
return memoizedFunction.updateDeps=newDeps=>{
deps=newDeps},memoizedFunction}
function notUndefined(value,msg){
if(value===void 0)throw Error(`Unexpected undefined${msg?`: ${msg}`:``}`);
return value}
var approxEqual=(a,b)=>Math.abs(a-b)<1.01,debounce=(targetWindow,fn,ms)=>{
let timeoutId;
return Object.assign(function(...args){
targetWindow.clearTimeout(timeoutId),timeoutId=targetWindow.setTimeout(()=>fn.apply(this,args),ms)},{cancel:()=>{
targetWindow.clearTimeout(timeoutId)}})};
function classifyScrollEvent({offset,isScrolling,elementMax,holdOffset,scrollOffset,pendingWrite,clampedMaxAtWrite}){
return isScrolling&&pendingWrite===null&&offset===scrollOffset?`spurious`:pendingWrite!==null&&Math.abs(offset-pendingWrite.target)<1.5?`readBack`:pendingWrite!==null&&!pendingWrite.smooth&&elementMax!==null&&pendingWrite.target>elementMax+holdOffset+.5&&Math.abs(offset-(elementMax+holdOffset))<1.5||pendingWrite!==null&&!pendingWrite.smooth&&pendingWrite.lowMaxes?.some(max=>Math.abs(offset-max)<1.5)?`clampedReadBack`:clampedMaxAtWrite!==null&&Math.abs(offset-clampedMaxAtWrite)<1.5?`clampedEcho`:`external`}
var isAnimating=phase=>phase===`smooth`||phase===`smoothFinishing`;
function externalRetiresCommand({kind,offset,command,target}){
return kind!==`spurious`&&kind!==`readBack`&&kind!==`clampedReadBack`&&command?.index!=null&&command.phase!==`queued`&&!isAnimating(command.phase)&&!approxEqual(offset,command.lastTargetOffset)&&!approxEqual(offset,target())&&kind!==`clampedEcho`}
var FLING_WINDOW_MS=40;
function flingSpedUp(samples){
let last=samples[samples.length-1];
if(last===void 0)return!1;
let j=samples.length-2;
for(;j>=0&&last.t-samples[j].t<FLING_WINDOW_MS;)j--;
if(j<0)return!1;
let mid=samples[j],k=j-1;
for(;k>=0&&mid.t-samples[k].t<FLING_WINDOW_MS;)k--;
if(k<0)return!1;
let first=samples[k],recent=(last.offset-mid.offset)/(last.t-mid.t),before=(mid.offset-first.offset)/(mid.t-first.t);
return recent*before>=0&&Math.abs(recent)>=2*Math.abs(before)&&Math.abs(recent)-Math.abs(before)>=.8}
function flingCaught(samples){
let last=samples[samples.length-1];
if(last===void 0)return!1;
let j=samples.length-2;
for(;j>=0&&last.t-samples[j].t<FLING_WINDOW_MS;)j--;
if(j<0)return!1;
let from=samples[j];
return Math.abs(last.offset-from.offset)/(last.t-from.t)>=.05}
var _isIOSResult,isIOSWebKit=()=>{
if(_isIOSResult!==void 0)return _isIOSResult;
if(typeof navigator>`u`)return _isIOSResult=!1;
if(/iP(hone|od|ad)/.test(navigator.userAgent))return _isIOSResult=!0;
let mtp=navigator.maxTouchPoints;
return _isIOSResult=navigator.platform===`MacIntel`&&mtp!==void 0&&mtp>0},_iosMomentumOverridesWritesResult,iosMomentumOverridesWrites=()=>_iosMomentumOverridesWritesResult===void 0?_iosMomentumOverridesWritesResult=isIOSWebKit()&&typeof CSS<`u`&&typeof CSS.supports==`function`&&CSS.supports(`overflow-anchor: auto`):_iosMomentumOverridesWritesResult,momentumOverridesWrites=()=>!isIOSWebKit()||iosMomentumOverridesWrites(),touchListenerOptions={capture:!0,passive:!0},IosGesture=class{
constructor(host){
this.host=host,this._touch=null,this.inMotion=()=>this._touch!==null&&this._touch.phase!==`lateFling`,this.dragging=()=>this._touch?.phase===`down`&&this._touch.moved,this.tail=()=>this._touch?.phase===`tail`?this._touch.moved?`fling`:`tap`:null,this.onScroll=({isScrolling,ownReadBack,moved,external})=>(isScrolling&&this._touch?.phase===`tail`?this._openTail(this._touch.moved||!ownReadBack,!1):this._touch?.phase===`lateFling`&&(this.host.now()>this._touch.until?this._touch=null:external&&isScrolling&&moved&&this._openTail(!0,!1)),!ownReadBack&&isScrolling&&moved&&this._touch?.phase===`down`?(this._touch.moved=!0,!0):!1),this.touchStart=()=>{
this.end(),this._touch={phase:`down`,moved:!1}},this.touchEnd=()=>{
let moved=this._touch?.phase===`down`&&this._touch.moved;
this.end(),this._openTail(moved,moved)},this.end=()=>{
let win=this.host.getWindow();
this._touch?.phase===`tail`&&win!=null&&win.clearTimeout(this._touch.timerId),this._touch=null},this.listen=target=>{
let onTouchStart=()=>this.touchStart(),onTouchEnd=()=>this.touchEnd();
return target.addEventListener(`touchstart`,onTouchStart,touchListenerOptions),target.addEventListener(`touchend`,onTouchEnd,touchListenerOptions),target.addEventListener(`touchcancel`,onTouchEnd,touchListenerOptions),()=>{
target.removeEventListener(`touchstart`,onTouchStart,touchListenerOptions),target.removeEventListener(`touchend`,onTouchEnd,touchListenerOptions),target.removeEventListener(`touchcancel`,onTouchEnd,touchListenerOptions),this.end()}},this._openTail=(moved,awaitingFling)=>{
let win=this.host.getWindow();
if(win==null)return;
this.end();
let tail={phase:`tail`,moved,awaitingFling,timerId:win.setTimeout(()=>{
this.host.tailStillMoving()?this._openTail(tail.moved,tail.awaitingFling):(this._touch=tail.awaitingFling?{phase:`lateFling`,until:this.host.now()+1e3}:null,this.host.onTailClosed())},150)};
this._touch=tail}}
get touch(){
return this._touch}},getRect=element=>{
let{clientWidth,clientHeight}=element;
return{width:clientWidth,height:clientHeight}},createFrameQueue=targetWindow=>{
let ids=new Set;
return{schedule:fn=>{
let id=targetWindow.requestAnimationFrame(()=>{
ids.delete(id),fn()});
ids.add(id)},cancel:()=>{
ids.forEach(id=>targetWindow.cancelAnimationFrame(id)),ids.clear()}}},defaultKeyExtractor=index=>index,defaultRangeExtractor=range=>{
let overscan=range.overscan*Math.max(range.lanes??1,1),start=Math.max(range.startIndex-overscan,0),len=Math.min(range.endIndex+overscan,range.count-1)-start+1,arr=Array(len);
for(let i=0;i<len;i++)arr[i]=start+i;
return arr},observeElementRect=(instance,cb)=>{
let element=instance.scrollElement;
if(!element)return;
let targetWindow=instance.targetWindow;
if(!targetWindow)return;
let handler=rect=>{
let{width,height}=rect;
cb({width:Math.round(width),height:Math.round(height)})};
if(handler(getRect(element)),!targetWindow.ResizeObserver)return()=>{};
let frames=createFrameQueue(targetWindow),observer=new targetWindow.ResizeObserver(()=>{
let run=()=>{
handler(getRect(element))};
instance.options.useAnimationFrameWithResizeObserver?frames.schedule(run):run()});
return observer.observe(element,{box:`content-box`}),()=>{
observer.unobserve(element),frames.cancel()}},addEventListenerOptions={passive:!0},supportsScrollend=typeof window>`u`||`onscrollend`in window,observeOffset=(instance,cb,readOffset)=>{
let element=instance.scrollElement;
if(!element)return;
let targetWindow=instance.targetWindow;
if(!targetWindow)return;
let registerScrollendEvent=instance.options.useScrollendEvent&&supportsScrollend,offset=0,fallback=registerScrollendEvent?null:debounce(targetWindow,()=>cb(readOffset(element),!1),instance.options.isScrollingResetDelay),createHandler=isScrolling=>()=>{
offset=readOffset(element),fallback?.(),cb(offset,isScrolling)},handler=createHandler(!0),endHandler=createHandler(!1);
return element.addEventListener(`scroll`,handler,addEventListenerOptions),registerScrollendEvent&&element.addEventListener(`scrollend`,endHandler,addEventListenerOptions),()=>{
element.removeEventListener(`scroll`,handler),registerScrollendEvent&&element.removeEventListener(`scrollend`,endHandler),fallback?.cancel()}},observeElementOffset=(instance,cb)=>observeOffset(instance,cb,el=>{
let{horizontal,isRtl}=instance.options;
return horizontal?el.scrollLeft*(isRtl&&-1||1):el.scrollTop}),measureElement=(element,entry,instance)=>{
if(instance.options.useCachedMeasurements){
let index=instance.indexFromElement(element),key=instance.options.getItemKey(index);
return instance.itemSizeCache.get(key)??instance.options.estimateSize(index)}
if(entry?.borderBoxSize){
let box=entry.borderBoxSize[0];
if(box)return Math.round(box[instance.options.horizontal?`inlineSize`:`blockSize`])}
if(!entry){
let index=instance.indexFromElement(element),key=instance.options.getItemKey(index),cachedSize=instance.itemSizeCache.get(key);
if(cachedSize!==void 0)return cachedSize}
return element[instance.options.horizontal?`offsetWidth`:`offsetHeight`]},elementScroll=(offset,{adjustments=0,behavior},instance)=>{
var _a;
let{scrollElement,options}=instance,adjustedOffset=offset+adjustments,isRtlElement=options.horizontal&&options.isRtl&&scrollElement!==null&&`ownerDocument`in scrollElement;
(_a=scrollElement?.scrollTo)==null||_a.call(scrollElement,{[options.horizontal?`left`:`top`]:isRtlElement?-adjustedOffset:adjustedOffset,behavior})},initialScrollPhase=(behavior,atTarget)=>behavior===`smooth`?atTarget?`smoothLanded`:`smooth`:`instant`,isSmoothScroll=state=>state?.phase===`smooth`||state?.phase===`smoothLanded`;
function isAppendWithTrim(prevCount,nextCount,getPreviousKey,getNextKey){
if(nextCount===0)return!1;
let firstKey=getNextKey(0),removedKeys=new Set,removedCount=0;
for(;removedCount<prevCount;){
let key=getPreviousKey(removedCount);
if(key===firstKey)break;
removedKeys.add(key),removedCount++}
let retainedCount=prevCount-removedCount;
if(retainedCount===0||retainedCount>=nextCount)return!1;
for(let i=0;i<retainedCount;i++)if(getNextKey(i)!==getPreviousKey(removedCount+i))return!1;
for(let i=retainedCount;i<nextCount;i++)if(removedKeys.has(getNextKey(i)))return!1;
return!0}
var Virtualizer=class{
constructor(opts){
this.unsubs=[],this.scrollElement=null,this.targetWindow=null,this.isScrolling=!1,this.scrollState=null,this.measurementsCache=[],this._singleLaneMeasurements=null,this.itemSizeCache=new Map,this.itemSizeCacheVersion=0,this.laneAssignments=new Map,this.pendingMin=null,this.prevLanes=void 0,this.lanesChangedFlag=!1,this.lanesSettling=!1,this.pendingScrollAnchor=null,this.scrollRect=null,this.scrollOffset=null,this.scrollDirection=null,this._holdOffset=0,this._reportedOverscroll=!1,this._iosGesture=new IosGesture({getWindow:()=>this.targetWindow,now:()=>this.now(),tailStillMoving:()=>{
let state=this.scrollState;
if(state?.phase!==`queued`||this.pendingWrite!==null)return!1;
let now=this._readElementOffset();
return now===null||this._lastElementOffset===null||Math.abs(now-this._lastElementOffset)<1?!1:(this._lastElementOffset=now,state.samples=[...state.samples??[],{t:this.now(),offset:now}],!0)},onTailClosed:()=>{
let state=this.scrollState;
state?.phase===`queued`&&flingCaught(state.samples??[])&&(this.scrollState=null),this._flushHoldIfReady(!0),this._writeAwaitingCommand(),this._retryClampedAdjustment()}}),this._lastElementOffset=null,this.pendingWrite=null,this._clampedAdjustment=null,this.elementsCache=new Map,this._resizeBatch=null,this.now=()=>{
var _b;
return((_b=this.targetWindow?.performance)?.now)?.call(_b)??Date.now()},this.observer=(()=>{
let _ro=null,_frames=null,delivering=!1,observeQueued=!1,pendingObservations=new Set,get=()=>{
if(_ro)return _ro;
let targetWindow=this.targetWindow;
if(!targetWindow||!targetWindow.ResizeObserver)return null;
let frames=_frames=createFrameQueue(targetWindow);
return _ro=new targetWindow.ResizeObserver(entries=>{
let run=()=>{
let batch={sync:!1};
this._resizeBatch=batch;
try{
entries.forEach(measureEntry)}finally{
this._resizeBatch=null,batch.notify&&(this.notify(batch.sync),this._noteClampMax(),this._flushHoldIfReady(!0),this._retryClampedAdjustment(),this.measureElement(null))}};
if(this.options.useAnimationFrameWithResizeObserver)frames.schedule(run);else{
delivering=!0;
try{
run()}finally{
delivering=!1}}})},measureEntry=entry=>{
let node=entry.target,index=this.indexFromElement(node);
if(node.isConnected)this.isIndexInRange(index)&&this.shouldMeasureDuringScroll(index)&&this.resizeItem(index,this.options.measureElement(node,entry,this));else{
this.observer.unobserve(node);
for(let[cacheKey,cachedNode]of this.elementsCache)if(cachedNode===node){
this.elementsCache.delete(cacheKey);
break}}};
return{disconnect:()=>{
var _a;
(_a=get())==null||_a.disconnect(),_frames?.cancel(),pendingObservations.clear(),observeQueued=!1,_ro=null,_frames=null},observe:target=>{
let observer=get();
observer&&(delivering?(pendingObservations.add(target),observeQueued||(observeQueued=!0,_frames?.schedule(()=>{
observeQueued=!1,pendingObservations.forEach(node=>{
node.isConnected&&_ro?.observe(node,{box:`border-box`})}),pendingObservations.clear()}))):observer.observe(target,{box:`border-box`}))},unobserve:target=>{
var _a;
pendingObservations.delete(target),(_a=get())==null||_a.unobserve(target)}}})(),this.range=null,this.setOptions=opts2=>{
let merged={debug:!1,initialOffset:0,overscan:1,paddingStart:0,paddingEnd:0,scrollPaddingStart:0,scrollPaddingEnd:0,horizontal:!1,getItemKey:defaultKeyExtractor,rangeExtractor:defaultRangeExtractor,onChange:()=>{},measureElement,initialRect:{width:0,height:0},scrollMargin:0,gap:0,indexAttribute:`data-index`,initialMeasurementsCache:[],lanes:1,anchorTo:`start`,followOnAppend:!1,scrollEndThreshold:1,isScrollingResetDelay:150,enabled:!0,isRtl:!1,useScrollendEvent:!1,useAnimationFrameWithResizeObserver:!1,laneAssignmentMode:`estimate`,useCachedMeasurements:!1};
for(let key in opts2){
let v=opts2[key];
v!==void 0&&(merged[key]=v)}
let prevOptions=this.options,anchor=null,followOnAppend=null,edgeKeysChanged=!1;
if(prevOptions!==void 0&&prevOptions.enabled&&merged.enabled&&merged.anchorTo===`end`&&this.scrollElement!==null){
let prevCount=prevOptions.count,nextCount=merged.count,measurements=this.getMeasurements(),previousItems=this._singleLaneMeasurements?.items??measurements,getPreviousKey=index=>getMeasurementKey(previousItems[index]),prevFirstKey=prevCount>0?getPreviousKey(0):null,prevLastKey=prevCount>0?getPreviousKey(prevCount-1):null;
if(nextCount!==prevCount||prevCount>0&&nextCount>0&&(merged.getItemKey(0)!==prevFirstKey||merged.getItemKey(nextCount-1)!==prevLastKey)){
edgeKeysChanged=!0;
let item=prevCount>0?this.getVirtualItemForOffset(this.getScrollOffset())??measurements[0]:null;
item&&(anchor=[item.key,this.getScrollOffset()-item.start]);
let behavior=merged.followOnAppend===!0?`auto`:merged.followOnAppend||null;
behavior&&nextCount>0&&this.isAtEnd(prevOptions.scrollEndThreshold)&&(prevCount===0||merged.getItemKey(nextCount-1)!==prevLastKey)&&(nextCount>prevCount||isAppendWithTrim(prevCount,nextCount,getPreviousKey,merged.getItemKey))&&(followOnAppend=behavior)}}
this.options=merged,edgeKeysChanged&&(this.pendingMin=0,this.itemSizeCacheVersion++);
let anchorDelta=null;
if(anchor&&this.scrollOffset!==null&&!this._awaitingCommandReadBack()){
let[anchorKey,anchorOffset]=anchor,newMeasurements=this.getMeasurements(),{count,getItemKey}=this.options,idx=0;
for(;idx<count&&getItemKey(idx)!==anchorKey;)idx++;
if(idx<count){
let anchorItem=newMeasurements[idx];
if(anchorItem){
let newOffset=Math.max(0,anchorItem.start+anchorOffset);
!followOnAppend&&newOffset!==this.scrollOffset&&(anchorDelta=newOffset-this.scrollOffset,this.scrollOffset=newOffset)}}}
followOnAppend?this.pendingScrollAnchor={kind:`follow`,behavior:followOnAppend}:anchorDelta!==null&&(this._canWriteScroll()?this.pendingScrollAnchor={kind:`anchor`,delta:anchorDelta}:(this._holdOffset+=anchorDelta,this._followOffsetTarget(anchorDelta)))},this.notify=sync=>{
var _a,_b;
(_b=(_a=this.options).onChange)==null||_b.call(_a,this,sync)},this.maybeNotify=memo$1(()=>(this.calculateRange(),[this.isScrolling,this.range?this.range.startIndex:null,this.range?this.range.endIndex:null]),isScrolling=>{
this.notify(isScrolling)},{key:!1,debug:()=>this.options.debug,initialDeps:[this.isScrolling,this.range?this.range.startIndex:null,this.range?this.range.endIndex:null]}),this.cleanup=()=>{
var _a;
this.unsubs.filter(Boolean).forEach(d=>d()),this.unsubs=[],this.observer.disconnect(),this.rafId!=null&&this.targetWindow&&(this.targetWindow.cancelAnimationFrame(this.rafId),this.rafId=null),this.scrollState=null,(_a=this._momentumStop)==null||_a.restore(),this._momentumStop=null,this.isScrolling=!1,this.scrollDirection=null,this._holdOffset=0,this._reportedOverscroll=!1,this._clampedAdjustment=null,this.pendingWrite=null,this.scrollElement=null,this.targetWindow=null},this._didMount=()=>()=>{
this.cleanup()},this._willUpdate=()=>{
let scrollElement=this.options.enabled?this.options.getScrollElement():null;
if(this.scrollElement!==scrollElement){
if(this.cleanup(),!scrollElement){
this.maybeNotify();
return}
this.scrollElement=scrollElement,this.targetWindow=this.scrollElement&&`ownerDocument`in this.scrollElement?this.scrollElement.ownerDocument.defaultView:this.scrollElement?.window??null,this.elementsCache.forEach(cached=>{
this.observer.observe(cached)}),this.unsubs.push(this.options.observeElementRect(this,rect=>{
this.scrollRect=rect,this.maybeNotify()})),this.unsubs.push(this.options.observeElementOffset(this,(offset,isScrolling)=>{
let elementMax=isScrolling?this._elementMaxScrollOffset():null,wasOverscrolled=this._reportedOverscroll;
this._reportedOverscroll=offset<0||elementMax!==null&&offset>elementMax+1;
let elementOffset=offset;
this._lastElementOffset=elementOffset,offset=this._toLayoutOffset(offset);
let kind=this._classifyScrollEvent(offset,isScrolling,elementMax);
if(kind===`spurious`)return;
kind===`readBack`?offset=this.pendingWrite.target:kind===`clampedReadBack`&&this.scrollState?.index!=null&&offset<this.getMaxScrollOffset()-1.5?this.scrollState.lastTargetOffset=offset:externalRetiresCommand({kind,offset,command:this.scrollState,target:()=>this.getScrollStateTarget(this.scrollState)})&&(this.scrollState=null),this.pendingWrite=null,this._clampedAdjustment!==null&&Math.abs(offset-this._clampedAdjustment.maxAtWrite)>=1.5&&(this._clampedAdjustment=null);
let prevOffset=this.getScrollOffset(),prevDirection=this.scrollDirection;
this.scrollDirection=isScrolling?prevOffset===offset?this.scrollDirection:prevOffset<offset?`forward`:`backward`:null,this.scrollOffset=offset,this.isScrolling=isScrolling;
let queued=this.scrollState;
if(queued?.phase===`queued`&&kind===`external`&&isScrolling){
if(wasOverscrolled||this._reportedOverscroll)queued.samples=[];else{
let t=this.now();
queued.samples=[...(queued.samples??[]).filter(sample=>t-sample.t<=200),{t,offset:elementOffset}],(prevDirection!==null&&this.scrollDirection!==prevDirection||flingSpedUp(queued.samples))&&(this.scrollState=null)}}
this._iosGesture.onScroll({isScrolling,ownReadBack:kind===`readBack`,moved:offset!==prevOffset,external:kind===`external`&&this.scrollState?.phase!==`smooth`&&this.scrollState?.phase!==`smoothFinishing`})&&this.scrollState?.phase===`queued`&&(this.scrollState=null),this._flushHoldIfReady(!0),this.scrollState&&this.scheduleScrollReconcile(),this.maybeNotify()})),`addEventListener`in this.scrollElement&&this.unsubs.push(this._iosGesture.listen(this.scrollElement)),this._scrollToOffset(this.getScrollOffset())}
this._noteClampMax();
let anchor=this.pendingScrollAnchor;
this.pendingScrollAnchor=null,anchor&&this.scrollElement&&this.options.enabled&&(anchor.kind===`anchor`?this._canWriteScroll()?(!isSmoothScroll(this.scrollState)||approxEqual(this.getScrollOffset()-anchor.delta,this.scrollState.lastTargetOffset))&&(this._followOffsetTarget(anchor.delta),this._scrollToOffset(this.getScrollOffset())):(this._holdOffset+=anchor.delta,this._followOffsetTarget(anchor.delta),this.notify(!1)):this.scrollToEnd({behavior:anchor.behavior})),this._flushHoldIfReady(!1),this._retryClampedAdjustment()},this._classifyScrollEvent=(offset,isScrolling,elementMax)=>classifyScrollEvent({offset,isScrolling,elementMax,holdOffset:this._holdOffset,scrollOffset:this.scrollOffset,pendingWrite:this.pendingWrite,clampedMaxAtWrite:this._clampedAdjustment?.maxAtWrite??null}),this._retryClampedAdjustment=()=>{
if(this._clampedAdjustment===null||!this.scrollElement||!this.options.enabled||!this._canWriteScroll())return;
let{target,maxAtWrite}=this._clampedAdjustment,max=this.getMaxScrollOffset();
max>maxAtWrite+.5&&(this._clampedAdjustment=target>max+.5?{target,maxAtWrite:max}:null,this._scrollToOffset(target))},this._writeAwaitingCommand=()=>{
let state=this.scrollState;
if(state===null||state.phase!==`queued`)return;
let{behavior}=state;
this.getMeasurements();
let offset=this.getScrollStateTarget(state);
state.lastTargetOffset=offset,this._clampedAdjustment=null,state.phase=initialScrollPhase(behavior,state.index!=null&&approxEqual(offset,this.getScrollOffset())),this._scrollToOffset(offset,{behavior}),this.scheduleScrollReconcile()},this._readElementOffset=()=>{
let el=this.scrollElement;
if(el==null)return null;
let{horizontal,isRtl}=this.options;
return typeof el.scrollTop==`number`?horizontal?el.scrollLeft*(isRtl&&-1||1):el.scrollTop:typeof el.scrollY==`number`?horizontal?el.scrollX:el.scrollY:null},this._canWriteScroll=()=>!(isIOSWebKit()&&this._iosGesture.inMotion())&&!this._reportedOverscroll,this._flushHoldIfReady=sync=>{
if(this._holdOffset===0||!this.scrollElement||!this.options.enabled||!this._canWriteScroll()||this.scrollState?.phase===`smooth`)return;
this._holdOffset=0,this.scrollOffset!==null&&this.scrollOffset<0&&(this.scrollOffset=0),this.notify(sync);
let target=this.getCommandWrittenOffset()??this.getScrollOffset();
this._clampedAdjustment=this._clampedBy(target),this._scrollToOffset(target)},this.rafId=null,this.getSize=()=>this.options.enabled?(this.scrollRect=this.scrollRect??this.options.initialRect,this.scrollRect[this.options.horizontal?`width`:`height`]):(this.scrollRect=null,0),this.getScrollOffset=()=>this.options.enabled?(this.scrollOffset=this.scrollOffset??(typeof this.options.initialOffset==`function`?this.options.initialOffset():this.options.initialOffset),this.scrollOffset):(this.scrollOffset=null,0),this.getMeasurementOptions=memo$1(()=>[this.options.count,this.options.paddingStart,this.options.scrollMargin,this.options.getItemKey,this.options.enabled,this.options.lanes,this.options.laneAssignmentMode,this.options.gap],(count,paddingStart,scrollMargin,getItemKey,enabled,lanes,laneAssignmentMode,gap)=>(this.prevLanes!==void 0&&this.prevLanes!==lanes&&(this.lanesChangedFlag=!0),this.prevLanes=lanes,this.pendingMin=null,{count,paddingStart,scrollMargin,getItemKey,enabled,lanes,laneAssignmentMode,gap}),{key:!1}),this.isIndexInRange=index=>index>=0&&index<this.options.count,this.getMeasurements=memo$1(()=>[this.getMeasurementOptions(),this.itemSizeCacheVersion],({count,paddingStart,scrollMargin,getItemKey,enabled,lanes,laneAssignmentMode,gap},_itemSizeCacheVersion)=>{
let itemSizeCache=this.itemSizeCache;
if(!enabled)return this.measurementsCache=[],this._singleLaneMeasurements=null,this.itemSizeCache.clear(),this.laneAssignments.clear(),[];
if(this.laneAssignments.size>count)for(let index of this.laneAssignments.keys())index>=count&&this.laneAssignments.delete(index);
this.lanesChangedFlag&&(this.lanesChangedFlag=!1,this.lanesSettling=!0,this.measurementsCache=[],this._singleLaneMeasurements=null,this.itemSizeCache.clear(),this.laneAssignments.clear(),this.pendingMin=null),this.measurementsCache.length===0&&!this.lanesSettling&&(this.measurementsCache=this.options.initialMeasurementsCache,this.measurementsCache.forEach(item=>{
this.itemSizeCache.set(item.key,item.size)}));
let min=this.lanesSettling?0:this.pendingMin??0;
if(this.pendingMin=null,this.lanesSettling&&this.measurementsCache.length===count&&(this.lanesSettling=!1),lanes===1){
let need=count*2,flat=this._singleLaneMeasurements?.flat;
if(!flat||flat.length<need){
let next=new Float64Array(need);
flat&&min>0&&next.set(flat.subarray(0,min*2)),flat=next}
let items=min===0?Array(count):this._singleLaneMeasurements.items.slice(),runningStart;
if(min===0)runningStart=paddingStart+scrollMargin;else{
let prevIdx=min-1;
runningStart=flat[prevIdx*2]+flat[prevIdx*2+1]+gap}
for(let i=min;i<count;i++){
let key=getItemKey(i);
items[i]=key;
let measuredSize=itemSizeCache.get(key),size=typeof measuredSize==`number`?measuredSize:this.options.estimateSize(i);
flat[i*2]=runningStart,flat[i*2+1]=size,runningStart+=size+gap}
this._singleLaneMeasurements={flat,items};
let view=createLazyMeasurementsView(items,flat);
return this.measurementsCache=view,view}
let measurements=this.measurementsCache.slice(0,min),laneLastIndex=Array(lanes).fill(void 0),laneEnds=new Float64Array(lanes),filledLanes=0;
for(let m=0;m<min;m++){
let item=measurements[m];
item&&(laneLastIndex[item.lane]===void 0&&filledLanes++,laneLastIndex[item.lane]=m,laneEnds[item.lane]=item.end)}
for(let i=min;i<count;i++){
let key=getItemKey(i),cachedLane=this.laneAssignments.get(i),lane,start,shouldCacheLane=laneAssignmentMode===`estimate`||itemSizeCache.has(key);
if(cachedLane!==void 0&&this.options.lanes>1){
lane=cachedLane;
let prevIndex=laneLastIndex[lane],prevInLane=prevIndex===void 0?void 0:measurements[prevIndex];
start=prevInLane?prevInLane.end+gap:paddingStart+scrollMargin}else if(filledLanes===lanes){
let bestLane=0,bestEnd=laneEnds[0],bestIdx=laneLastIndex[0];
for(let l=1;l<lanes;l++){
let e=laneEnds[l];
(e<bestEnd||e===bestEnd&&laneLastIndex[l]<bestIdx)&&(bestLane=l,bestEnd=e,bestIdx=laneLastIndex[l])}
lane=bestLane,start=bestEnd+gap,shouldCacheLane&&this.laneAssignments.set(i,lane)}else lane=i%this.options.lanes,start=paddingStart+scrollMargin,shouldCacheLane&&this.laneAssignments.set(i,lane);
let measuredSize=itemSizeCache.get(key),size=typeof measuredSize==`number`?measuredSize:this.options.estimateSize(i),end=start+size;
measurements[i]={index:i,start,size,end,key,lane},laneLastIndex[lane]===void 0&&filledLanes++,laneLastIndex[lane]=i,laneEnds[lane]=end}
return this.measurementsCache=measurements,measurements},{key:!1,debug:()=>this.options.debug}),this.calculateRange=memo$1(()=>[this.getMeasurements(),this.getSize(),this.getScrollOffset(),this.options.lanes,this._getLayoutTotalSize()+this.options.scrollMargin],(measurements,outerSize,scrollOffset,lanes,listEnd)=>{
if(measurements.length===0||outerSize===0)return this.range=null,null;
let maxScrollOffset=Math.max(listEnd-outerSize,0);
return this.range=calculateRangeImpl(measurements,outerSize,Math.min(scrollOffset,maxScrollOffset),lanes,lanes===1&&this._singleLaneMeasurements!==null?this._singleLaneMeasurements.flat:null),this.range},{key:!1,debug:()=>this.options.debug}),this.getVirtualIndexes=memo$1(()=>{
let startIndex=null,endIndex=null,range=this.calculateRange();
return range&&(startIndex=range.startIndex,endIndex=range.endIndex),this.maybeNotify.updateDeps([this.isScrolling,startIndex,endIndex]),[this.options.rangeExtractor,this.options.overscan,this.options.count,startIndex,endIndex,this.options.lanes]},(rangeExtractor,overscan,count,startIndex,endIndex,lanes)=>startIndex===null||endIndex===null?[]:rangeExtractor({startIndex,endIndex,overscan,count,lanes}),{key:!1,debug:()=>this.options.debug}),this.indexFromElement=node=>{
let attributeName=this.options.indexAttribute,indexStr=node.getAttribute(attributeName);
return indexStr?parseInt(indexStr,10):(console.warn(`Missing attribute name '${attributeName}={index}' on measured element.`),-1)},this.shouldMeasureDuringScroll=index=>{
if(!isSmoothScroll(this.scrollState))return!0;
let scrollIndex=this.scrollState.index??this.getVirtualItemForOffset(this.scrollState.lastTargetOffset)?.index;
if(scrollIndex!==void 0&&this.range){
let bufferSize=Math.max(this.options.overscan,Math.ceil((this.range.endIndex-this.range.startIndex)/2)),minIndex=Math.max(0,scrollIndex-bufferSize),maxIndex=Math.min(this.options.count-1,scrollIndex+bufferSize);
return index>=minIndex&&index<=maxIndex}
return!0},this.measureElement=node=>{
if(!node){
this.elementsCache.forEach((cached,key2)=>{
cached.isConnected||(this.observer.unobserve(cached),this.elementsCache.delete(key2))});
return}
let index=this.indexFromElement(node);
if(!this.isIndexInRange(index))return;
let key=this.options.getItemKey(index),prevNode=this.elementsCache.get(key);
prevNode!==node&&(prevNode&&this.observer.unobserve(prevNode),this.observer.observe(node),this.elementsCache.set(key,node)),node.isConnected&&(!this.isScrolling||this.scrollState)&&this.shouldMeasureDuringScroll(index)&&this.resizeItem(index,this.options.measureElement(node,void 0,this))},this.resizeItem=(index,size)=>{
var _c;
if(!this.isIndexInRange(index))return;
this._resizeBatch?.sync&&this.getMeasurements();
let cachedSize,itemStart,key,flat=this._singleLaneMeasurements?.flat;
if(this.options.lanes===1&&flat!=null)key=this.options.getItemKey(index),itemStart=flat[index*2],cachedSize=flat[index*2+1];else{
let item=this.measurementsCache[index];
if(!item)return;
key=item.key,itemStart=item.start,cachedSize=item.size}
let itemSize=this.itemSizeCache.get(key)??cachedSize,delta=size-itemSize;
if(delta!==0){
let wasAtEnd=this.options.anchorTo===`end`&&!isSmoothScroll(this.scrollState)&&this.getVirtualDistanceFromEnd()<=this.options.scrollEndThreshold,prevTotalSize=wasAtEnd?this._getLayoutTotalSize():0,scrollOffset=this.getScrollOffset(),defaultShouldAdjust=this.itemSizeCache.has(key)?itemStart+itemSize<=scrollOffset&&this.scrollDirection!==`backward`:itemStart<scrollOffset,shouldAdjustScroll=!isSmoothScroll(this.scrollState)&&(this.shouldAdjustScrollPositionOnItemSizeChange===void 0?defaultShouldAdjust:this.shouldAdjustScrollPositionOnItemSizeChange(this.measurementsCache[index]??{index,key,start:itemStart,size:cachedSize,end:itemStart+cachedSize,lane:0},delta,this));
(this.pendingMin===null||index<this.pendingMin)&&(this.pendingMin=index),this.itemSizeCache.set(key,size),this.itemSizeCacheVersion++;
let adjustedSync=!1;
if(this._awaitingCommandReadBack()||(wasAtEnd?adjustedSync=this.applyScrollAdjustment(this._getLayoutTotalSize()-prevTotalSize):shouldAdjustScroll&&(adjustedSync=this.applyScrollAdjustment(delta))),this._resizeBatch){
this._resizeBatch.notify=!0,(_c=this._resizeBatch).sync||(_c.sync=adjustedSync);
return}
this.notify(adjustedSync),this._noteClampMax(),this._flushHoldIfReady(!0),this._retryClampedAdjustment()}},this.getVirtualItems=memo$1(()=>[this.getVirtualIndexes(),this.getMeasurements(),this._holdOffset],(indexes,measurements,hold)=>{
let virtualItems=[];
for(let k=0,len=indexes.length;k<len;k++){
let measurement=measurements[indexes[k]];
virtualItems.push(hold===0?measurement:{...measurement,start:measurement.start-hold,end:measurement.end-hold})}
return virtualItems},{key:!1,debug:()=>this.options.debug}),this.getVirtualItemForOffset=offset=>{
let measurements=this.getMeasurements();
if(measurements.length===0)return;
let flat=this._singleLaneMeasurements?.flat,useFlat=this.options.lanes===1&&flat!=null;
return notUndefined(measurements[findNearestBinarySearch(0,measurements.length-1,useFlat?i=>flat[i*2]:i=>notUndefined(measurements[i]).start,offset)])},this._noteClampMax=()=>{
if(!this._awaitingCommandReadBack())return;
let elementMax=this._elementMaxScrollOffset();
if(elementMax===null)return;
let write=this.pendingWrite,max=Math.max(elementMax,0)+this._holdOffset;
if(max>=write.target)return;
let lowMaxes=write.lowMaxes??=[];
lowMaxes[lowMaxes.length-1]!==max&&lowMaxes.push(max)},this.getMaxScrollOffset=()=>(this._elementMaxScrollOffset()??0)+this._holdOffset,this._toLayoutOffset=elementOffset=>{
let offset=elementOffset+this._holdOffset;
return this.pendingScrollAnchor?.kind===`anchor`&&(offset+=this.pendingScrollAnchor.delta),offset},this._elementMaxScrollOffset=()=>{
let el=this.scrollElement;
if(el===null)return null;
if(`scrollHeight`in el)return this.options.horizontal?el.scrollWidth-el.clientWidth:el.scrollHeight-el.clientHeight;
if(`document`in el){
let doc=el.document.documentElement;
return this.options.horizontal?doc.scrollWidth-el.innerWidth:doc.scrollHeight-el.innerHeight}
return null},this._momentumStop=null,this._stopMomentum=done=>{
let el=this.scrollElement,win=this.targetWindow;
if(el===null||win===null)return;
let scroller=`document`in el?el.document.scrollingElement:el;
if(!scroller?.style)return;
if(this._momentumStop){
this._momentumStop.done=done;
return}
let{style}=scroller,property=this.options.horizontal?`overflow-x`:`overflow-y`,value=style.getPropertyValue(property),priority=style.getPropertyPriority(property),crossSize=()=>this.options.horizontal?scroller.clientHeight:scroller.clientWidth,crossSizeBefore=crossSize();
if(style.setProperty(property,`hidden`,`important`),crossSize()!==crossSizeBefore){
style.setProperty(property,value,priority);
return}
let stop={restore:()=>style.getPropertyValue(property)!==`hidden`||style.getPropertyPriority(property)!==`important`?!1:(style.setProperty(property,value,priority),!0),done};
this._momentumStop=stop,win.requestAnimationFrame(()=>win.requestAnimationFrame(()=>{
this._momentumStop===stop&&(this._momentumStop=null,stop.restore()&&stop.done())}))},this._clampedBy=target=>{
let elementMax=this._elementMaxScrollOffset();
if(elementMax===null)return null;
let maxAtWrite=elementMax+this._holdOffset;
return target>maxAtWrite+.5?{target,maxAtWrite}:null},this.getVirtualDistanceFromEnd=()=>Math.max(this._getLayoutTotalSize()+this.options.scrollMargin-this.getSize()-this.getScrollOffset(),0),this.getDistanceFromEnd=()=>Math.max(this.getMaxScrollOffset()-this.getScrollOffset(),0),this.isAtEnd=(threshold=this.options.scrollEndThreshold)=>this.getDistanceFromEnd()<=threshold,this.getOffsetForAlignment=(toOffset,align,itemSize=0)=>{
if(!this.scrollElement)return 0;
let size=this.getSize(),scrollOffset=this.getScrollOffset();
align===`auto`&&(align=toOffset>=scrollOffset+size?`end`:`start`),align===`center`?toOffset+=(itemSize-size)/2:align===`end`&&(toOffset-=size);
let maxOffset=this.getMaxScrollOffset();
return Math.max(Math.min(maxOffset,toOffset),0)},this.getOffsetForIndex=(index,align=`auto`)=>{
index=Math.max(0,Math.min(index,this.options.count-1));
let size=this.getSize(),scrollOffset=this.getScrollOffset(),item=this.getMeasurements()[index];
if(!item)return;
if(align===`auto`){
if(item.end>=scrollOffset+size-this.options.scrollPaddingEnd)align=`end`;else if(item.start<=scrollOffset+this.options.scrollPaddingStart)align=`start`;else return[scrollOffset,align]}
if(align===`end`&&index===this.options.count-1){
let maxOffset=this.getMaxScrollOffset(),toOffset2=maxOffset-this.options.paddingEnd+this.options.scrollPaddingEnd;
return[Math.max(Math.min(toOffset2,maxOffset),0),align]}
let toOffset=align===`end`?item.end+this.options.scrollPaddingEnd:item.start-this.options.scrollPaddingStart;
return[this.getOffsetForAlignment(toOffset,align,item.size),align]},this.scrollToOffset=(toOffset,{align=`start`,behavior=`auto`}={})=>{
this._startScroll({index:null,align},this.getOffsetForAlignment(toOffset,align),behavior,`absolute`)},this.scrollToIndex=(index,{align:initialAlign=`auto`,behavior=`auto`}={})=>{
index=Math.max(0,Math.min(index,this.options.count-1));
let offsetInfo=this.getOffsetForIndex(index,initialAlign);
if(!offsetInfo)return;
let[offset,align]=offsetInfo;
this._startScroll({index,align},offset,behavior,`absolute`)},this.scrollBy=(delta,{behavior=`auto`}={})=>{
let offset=this.getOffsetForAlignment((this.getCommandWrittenOffset()??this.getScrollOffset())+delta,`start`);
this._startScroll({index:null,align:`start`},offset,behavior,`relative`)},this.scrollToEnd=({behavior=`auto`}={})=>{
this.options.count>0?this._startScroll({index:this.options.count-1,align:`end`,toEnd:!0},Math.max(this.getMaxScrollOffset(),0),behavior,`absolute`):this.scrollToOffset(Math.max(this.getTotalSize()-this.getSize(),0),{behavior})},this.cancelScroll=()=>{
this.rafId!=null&&this.targetWindow&&(this.targetWindow.cancelAnimationFrame(this.rafId),this.rafId=null),this.scrollState=null},this.getTotalSize=()=>Math.max(this._getLayoutTotalSize()-this._holdOffset,0),this._getLayoutTotalSize=()=>{
let measurements=this.getMeasurements(),end;
if(measurements.length===0)end=this.options.paddingStart;else if(this.options.lanes===1){
let lastIdx=measurements.length-1,flat=this._singleLaneMeasurements?.flat;
end=flat==null?measurements[lastIdx]?.end??0:flat[lastIdx*2]+flat[lastIdx*2+1]}else{
let endByLane=Array(this.options.lanes).fill(null),endIndex=measurements.length-1;
for(;endIndex>=0&&endByLane.some(val=>val===null);){
let item=measurements[endIndex];
endByLane[item.lane]===null&&(endByLane[item.lane]=item.end),endIndex--}
end=Math.max(...endByLane.filter(val=>val!==null))}
return Math.max(end-this.options.scrollMargin+this.options.paddingEnd,0)},this.takeSnapshot=()=>{
let snapshot=[];
if(this.itemSizeCache.size===0)return snapshot;
let m=this.getMeasurements();
for(let item of m)item&&this.itemSizeCache.has(item.key)&&snapshot.push({index:item.index,key:item.key,start:item.start,size:item.size,end:item.end,lane:item.lane});
return snapshot},this._scrollToOffset=(offset,{adjustments,behavior}={})=>{
let write={target:offset+(adjustments??0),smooth:behavior===`smooth`};
return this.pendingWrite=write,this.options.scrollToFn(offset-this._holdOffset,{behavior,adjustments},this),write},this.getCommandWrittenOffset=()=>this.scrollState!==null&&this.pendingWrite!==null&&!this.pendingWrite.smooth?this.pendingWrite.target:null,this._awaitingCommandReadBack=()=>{
let writtenOffset=this.getCommandWrittenOffset();
return!(isIOSWebKit()&&this._iosGesture.dragging())&&writtenOffset!==null&&!approxEqual(writtenOffset,this.getScrollOffset())},this._followOffsetTarget=delta=>{
this.scrollState!==null&&this.scrollState.index==null&&(this.scrollState.lastTargetOffset+=delta)},this.measure=()=>{
this.pendingMin=null,this.itemSizeCache.clear(),this.laneAssignments.clear(),this.itemSizeCacheVersion++,this.notify(!1)},this.setOptions(opts)}
get scrollAdjustments(){
return 0}
applyScrollAdjustment(delta,behavior){
if(delta===0)return!1;
if(this._followOffsetTarget(delta),this._canWriteScroll()){
let offset=this.getScrollOffset();
this._clampedAdjustment=this._clampedBy(offset+delta);
let write=this._scrollToOffset(offset,{adjustments:delta,behavior});
return this.scrollOffset!==null&&(this.pendingWrite===write&&(this.scrollOffset+=delta),this.scrollOffset<0&&(this.scrollOffset=0)),!0}
return this._holdOffset+=delta,this.scrollOffset!==null&&(this.scrollOffset+=delta),!0}
scheduleScrollReconcile(){
this.targetWindow?this.rafId??=this.targetWindow.requestAnimationFrame(()=>{
this.rafId=null,this.reconcileScroll()}):this.scrollState=null}
getScrollStateTarget(state){
let offsetInfo=state.toEnd?[Math.max(this.getMaxScrollOffset(),0)]:state.index==null?void 0:this.getOffsetForIndex(state.index,state.align);
return offsetInfo?offsetInfo[0]:state.lastTargetOffset}
reconcileScroll(){
if(!this.scrollState||!this.scrollElement)return;
if(this.now()-this.scrollState.startedAt>5e3){
this.scrollState=null;
return}
if(this.scrollState.phase===`queued`){
this.scheduleScrollReconcile();
return}
this.getMeasurements();
let targetOffset=this.getScrollStateTarget(this.scrollState),STABLE_FRAMES=this.scrollState.index==null?1:this.options.useAnimationFrameWithResizeObserver?3:2,targetChanged=targetOffset!==this.scrollState.lastTargetOffset;
if(!targetChanged&&approxEqual(targetOffset,this.getScrollOffset())){
if(this.scrollState.phase===`smooth`?this.scrollState.phase=`smoothLanded`:this.scrollState.phase===`smoothFinishing`&&(this.scrollState.phase=`instant`),this.scrollState.stableFrames++,this.scrollState.stableFrames>=STABLE_FRAMES){
this.getScrollOffset()!==targetOffset&&this._scrollToOffset(targetOffset,{behavior:`auto`}),this.scrollState=null;
return}}else if(this.scrollState.stableFrames=0,targetChanged){
let viewport=this.getSize()||600,distance=Math.abs(targetOffset-this.getScrollOffset()),keepSmooth=isSmoothScroll(this.scrollState)&&distance>viewport;
this.scrollState.lastTargetOffset=targetOffset,keepSmooth?this.scrollState.phase=`smooth`:this.scrollState.phase===`smooth`?this.scrollState.phase=`smoothFinishing`:this.scrollState.phase===`smoothLanded`&&(this.scrollState.phase=`instant`),this._scrollToOffset(targetOffset,{behavior:keepSmooth?`smooth`:`auto`})}
this.scheduleScrollReconcile()}
_startScroll(target,offset,behavior,kind){
this.pendingScrollAnchor=null,this._clampedAdjustment=null;
let tail=this._iosGesture.tail();
if(kind===`absolute`&&tail!==null){
if(tail===`fling`&&momentumOverridesWrites()){
this._stopMomentum(()=>{
this.scrollState?.phase!==`queued`||this._iosGesture.tail()!==`fling`||this._reportedOverscroll||(this._iosGesture.end(),this._flushHoldIfReady(!0),this._writeAwaitingCommand())}),this.scrollState={...target,startedAt:this.now(),lastTargetOffset:offset,stableFrames:0,phase:`queued`,behavior,samples:[]},this.scheduleScrollReconcile();
return}
this._iosGesture.end()}
this.scrollState={...target,startedAt:this.now(),lastTargetOffset:offset,stableFrames:0,behavior,phase:initialScrollPhase(behavior,target.index!=null&&approxEqual(offset,this.getScrollOffset()))},this._scrollToOffset(offset,{behavior}),this.scheduleScrollReconcile()}},findNearestBinarySearch=(low,high,getCurrentValue,value)=>{
for(;low<=high;){
let middle=(low+high)/2|0,currentValue=getCurrentValue(middle);
if(currentValue<value)low=middle+1;else if(currentValue>value)high=middle-1;else return middle}
return low>0?low-1:0};
function findNearestBinarySearchFlat(flat,high,value){
let low=0;
for(;low<=high;){
let middle=(low+high)/2|0,currentValue=flat[middle*2];
if(currentValue<value)low=middle+1;else if(currentValue>value)high=middle-1;else return middle}
return low>0?low-1:0}
function calculateRangeImpl(measurements,outerSize,scrollOffset,lanes,flat){
let lastIndex=measurements.length-1;
if(measurements.length<=lanes)return{startIndex:0,endIndex:lastIndex};
if(lanes===1&&flat!==null){
let startIndex2=findNearestBinarySearchFlat(flat,lastIndex,scrollOffset),endIndex2=startIndex2,limit=scrollOffset+outerSize;
for(;endIndex2<lastIndex&&flat[endIndex2*2]+flat[endIndex2*2+1]<limit;)endIndex2++;
return{startIndex:startIndex2,endIndex:endIndex2}}
let startIndex=findNearestBinarySearch(0,lastIndex,index=>measurements[index].start,scrollOffset),endIndex=startIndex;
if(lanes===1)for(;endIndex<lastIndex&&measurements[endIndex].end<scrollOffset+outerSize;)endIndex++;else if(lanes>1){
let endPerLane=Array(lanes).fill(0);
for(;endIndex<lastIndex&&endPerLane.some(pos=>pos<scrollOffset+outerSize);){
let item=measurements[endIndex];
endPerLane[item.lane]=item.end,endIndex++}
let startPerLane=Array(lanes).fill(scrollOffset+outerSize);
for(;startIndex>=0&&startPerLane.some(pos=>pos>=scrollOffset);){
let item=measurements[startIndex];
startPerLane[item.lane]=item.start,startIndex--}
startIndex=Math.max(0,startIndex-startIndex%lanes),endIndex=Math.min(lastIndex,endIndex+(lanes-1-endIndex%lanes))}
return{startIndex,endIndex}}
var useIsomorphicLayoutEffect$1=typeof document<`u`?import_react.useLayoutEffect:import_react.useEffect;
function useVirtualizerBase({useFlushSync=!0,directDomUpdates=!1,directDomUpdatesMode=`transform`,...options}){
let rerender=import_react.useReducer(x=>x+1,0)[1],directRef=import_react.useRef({enabled:directDomUpdates,mode:directDomUpdatesMode,container:null,lastSize:null,lastPositions:new WeakMap,prevRange:null});
directRef.current.enabled=directDomUpdates,directRef.current.mode=directDomUpdatesMode;
let measuringFromRef=import_react.useRef(!1),applyContainerSize=instance2=>{
let state=directRef.current;
if(!state.enabled||!state.container)return;
let totalSize=instance2.getTotalSize();
if(totalSize!==state.lastSize){
state.lastSize=totalSize;
let sizeAxis=instance2.options.horizontal?`width`:`height`;
state.container.style[sizeAxis]=`${totalSize}px`}},applyItemPosition=(instance2,item,el)=>{
let state=directRef.current,horizontal=!!instance2.options.horizontal,next=item.start-instance2.options.scrollMargin;
state.lastPositions.get(el)!==next&&(state.lastPositions.set(el,next),state.mode===`transform`?el.style.transform=horizontal?`translate3d(${next}px, 0, 0)`:`translate3d(0, ${next}px, 0)`:el.style[horizontal?`left`:`top`]=`${next}px`)},applyDirectStyles=instance2=>{
let state=directRef.current;
if(state.enabled&&state.container){
applyContainerSize(instance2);
for(let item of instance2.getVirtualItems()){
let el=instance2.elementsCache.get(item.key);
el&&applyItemPosition(instance2,item,el)}}},resolvedOptions={...options,onChange:(instance2,sync)=>{
var _a;
let state=directRef.current,shouldRerender=!0;
if(state.enabled){
applyDirectStyles(instance2);
let range=instance2.range,prev=state.prevRange;
shouldRerender=!prev||prev.isScrolling!==instance2.isScrolling||prev.startIndex!==range?.startIndex||prev.endIndex!==range?.endIndex,shouldRerender&&(state.prevRange=range?{startIndex:range.startIndex,endIndex:range.endIndex,isScrolling:instance2.isScrolling}:null)}
shouldRerender&&(useFlushSync&&sync&&!measuringFromRef.current?(0,import_react_dom.flushSync)(rerender):rerender()),(_a=options.onChange)==null||_a.call(options,instance2,sync)}},[instance]=import_react.useState(()=>{
let v=new Virtualizer(resolvedOptions),measureElement=v.measureElement;
return v.measureElement=node=>{
measuringFromRef.current=!0;
try{
measureElement(node)}finally{
measuringFromRef.current=!1}
let state=directRef.current;
if(node!==null&&state.enabled&&state.container){
let item=v.measurementsCache[v.indexFromElement(node)];
item&&applyItemPosition(v,item,node)}},Object.assign(v,{containerRef:node=>{
let state=directRef.current;
state.container=node,state.lastSize=null,node!==null&&applyDirectStyles(v)}})});
return instance.setOptions(resolvedOptions),useIsomorphicLayoutEffect$1(()=>instance._didMount(),[]),useIsomorphicLayoutEffect$1(()=>(applyContainerSize(instance),instance._willUpdate())),useIsomorphicLayoutEffect$1(()=>{
applyDirectStyles(instance)}),instance}
function useVirtualizer(options){
return useVirtualizerBase({observeElementRect,observeElementOffset,scrollToFn:elementScroll,...options})}
function isReactComponent(component){
return isClassComponent(component)||typeof component==`function`||isExoticComponent(component)}
function isClassComponent(component){
return typeof component==`function`&&(()=>{
let proto=Object.getPrototypeOf(component);
return proto.prototype&&proto.prototype.isReactComponent})()}
function isExoticComponent(component){
return typeof component==`object`&&typeof component.$$typeof==`symbol`&&[`react.memo`,`react.forward_ref`].includes(component.$$typeof.description)}
function flexRender(Comp,props){
return Comp==null?null:isReactComponent(Comp)?import_react.createElement(Comp,props):Comp}
function FlexRender(props){
if(`cell`in props&&props.cell){
let cell=props.cell,def=cell.column.columnDef,groupingCell=cell,groupingDef=def;
return groupingCell.getIsAggregated?.()?flexRender(groupingDef.aggregatedCell??def.cell,cell.getContext()):groupingCell.getIsPlaceholder?.()?null:flexRender(def.cell,cell.getContext())}
return`header`in props&&props.header?flexRender(props.header.column.columnDef.header,props.header.getContext()):`footer`in props&&props.footer?flexRender(props.footer.column.columnDef.footer,props.footer.getContext()):null}
function Subscribe(props){
let selected=useSelector(props.source,props.selector,{compare:shallow});
return typeof props.children==`function`?props.children(selected):props.children}
function atomToStore(atom){
let store=atom;
return Object.defineProperty(atom,"state",{get(){
return atom.get()}}),`set`in atom&&(store.setState=atom.set.bind(atom)),store}
function renderPhaseReactivity(primitives){
let{createAtom,batch}=primitives,commitAtom=createAtom(0);
return{createOptionsStore:!1,wrapExternalAtoms:!1,addSubscription:()=>{
throw Error(`Feature not supported in current reactivity implementation`)},unmount:()=>{
throw Error(`Feature not supported in current reactivity implementation`)},schedule:primitives.schedule??(fn=>queueMicrotask(fn)),batch,untrack:fn=>fn(),createReadonlyAtom:(fn,atomOptions)=>{
let compare=atomOptions?.compare??Object.is,hasSnapshot=!1,snapshot,getSnapshot=()=>{
let nextSnapshot=fn();
return hasSnapshot&&compare(snapshot,nextSnapshot)||(snapshot=nextSnapshot,hasSnapshot=!0),snapshot},reactiveAtom=createAtom(()=>(commitAtom.get(),getSnapshot()),{compare});
return{get:getSnapshot,subscribe:reactiveAtom.subscribe.bind(reactiveAtom)}},createWritableAtom:(value,atomOptions)=>createAtom(value,{compare:atomOptions?.compare}),commit:()=>{
commitAtom.set(version=>version+1)}}}
function createRenderPhaseSource(source,compare=Object.is){
let hasCommittedSnapshot=!1,committedSnapshot;
return{get:source.get,markCommitted:snapshot=>{
committedSnapshot=snapshot,hasCommittedSnapshot=!0},subscribe:listener=>source.subscribe(value=>{
hasCommittedSnapshot&&compare(committedSnapshot,value)||listener(value)})}}
function reactReactivity(){
return renderPhaseReactivity({createAtom,batch})}
function functionalUpdate(updater,input){
return typeof updater==`function`?updater(input):updater}
function cloneState(value){
if(Array.isArray(value))return value.map(cloneState);
if(value&&typeof value==`object`){
let proto=Object.getPrototypeOf(value);
if(proto!==Object.prototype&&proto!==null)return value;
let copy=proto===null?makeObjectMap():{},keys=Object.keys(value);
for(let i=0;i<keys.length;i++){
let key=keys[i];
Object.defineProperty(copy,key,{configurable:!0,enumerable:!0,value:cloneState(value[key]),writable:!0})}
return copy}
return value}
function copyInstancePropertiesWithoutMemos(target,source){
let keys=Object.keys(source),targetRecord=target;
for(let i=0;i<keys.length;i++){
let key=keys[i];
!key.startsWith(`_memo_`)&&key!==`_cellsCache`&&(targetRecord[key]=source[key])}
return target}
function makeObjectMap(){
return Object.create(null)}
function hasOwn(obj,key){
return Object.prototype.hasOwnProperty.call(obj,key)}
function makeStateUpdater(key,instance){
return updater=>{
(instance.options.atoms?.[key]??instance.baseAtoms[key]).set(old=>functionalUpdate(updater,old))}}
function isPlainContainer(value){
if(typeof value!=`object`||!value)return!1;
if(Array.isArray(value))return!0;
let proto=Object.getPrototypeOf(value);
return proto===Object.prototype||proto===null}
function getEnumerableOwnKeys(value){
return Reflect.ownKeys(value).filter(key=>Object.prototype.propertyIsEnumerable.call(value,key))}
var MAX_STATE_COMPARE_DEPTH=3;
function stateSlicesEqual(a,b){
return stateSlicesEqualAtDepth(a,b,MAX_STATE_COMPARE_DEPTH)}
function stateSlicesEqualAtDepth(a,b,depth){
if(Object.is(a,b))return!0;
if(depth<=0||!isPlainContainer(a)||!isPlainContainer(b)||(Array.isArray(a)||Array.isArray(b))&&(!Array.isArray(a)||!Array.isArray(b)||a.length!==b.length))return!1;
let keysA=getEnumerableOwnKeys(a),keysB=getEnumerableOwnKeys(b);
if(keysA.length!==keysB.length)return!1;
let recordA=a,recordB=b;
for(let i=0;i<keysA.length;i++){
let key=keysA[i];
if(!Object.prototype.propertyIsEnumerable.call(b,key)||!stateSlicesEqualAtDepth(recordA[key],recordB[key],depth-1))return!1}
return!0}
function setStateSlice(instance,key,updater,isEqual=stateSlicesEqual){
let onChangeKey=`on${key.charAt(0).toUpperCase()}${key.slice(1)}Change`,onChange=instance.options[onChangeKey];
onChange&&onChange(current=>{
let next=functionalUpdate(updater,current);
return isEqual(current,next)?current:next})}
function isFunction(d){
return d instanceof Function}
function flattenBy(arr,getChildren){
let flat=[],recurse=subArr=>{
subArr.forEach(item=>{
flat.push(item);
let children=getChildren(item);
children.length&&recurse(children)})};
return recurse(arr),flat}
var memo=({fn,memoDeps,onAfterCompare,onAfterUpdate,onBeforeCompare,onBeforeUpdate})=>{
let deps=[],result;
return depArgs=>{
onBeforeCompare?.();
let newDeps=memoDeps?.(depArgs),depsChanged=!newDeps||newDeps.length!==deps?.length;
if(!depsChanged&&newDeps){
for(let i=0;i<newDeps.length;i++)if(newDeps[i]!==deps[i]){
depsChanged=!0;
break}}
return onAfterCompare?.(depsChanged),depsChanged&&(deps=newDeps,onBeforeUpdate?.(),result=fn(...newDeps??[]),onAfterUpdate?.(result)),result}};
function skipFirstRun(fn){
let hasRun=!1;
return()=>{
hasRun?fn():hasRun=!0}}
function tableMemo({feature,fnName,objectId,onAfterUpdate,table,...memoOptions}){
let debugOptions={onAfterUpdate:onAfterUpdate?()=>{
let{schedule,untrack}=table._reactivity;
schedule(()=>untrack(()=>onAfterUpdate()))}:void 0};
return memo({...memoOptions,...debugOptions})}
function getFunctionNameInfo(staticFnName,splitBy=`_`){
let[parentName,fnKey]=staticFnName.replace(splitBy,` `).split(` `);
return{fnKey,fnName:`${parentName}.${fnKey}`,parentName}}
function assignTableAPIs(feature,table,apis){
for(let[staticFnName,{fn,memoDeps}]of Object.entries(apis)){
let{fnKey,fnName}=getFunctionNameInfo(staticFnName);
table[fnKey]=memoDeps?tableMemo({memoDeps,fn,fnName,table,feature}):fn}}
function assignPrototypeAPIs(feature,prototype,table,apis){
for(let[staticFnName,{fn,memoDeps}]of Object.entries(apis)){
let{fnKey,fnName}=getFunctionNameInfo(staticFnName);
if(memoDeps){
let memoKey=`_memo_${fnKey}`;
prototype[fnKey]=function(...args){
if(!this[memoKey]){
let self=this;
this[memoKey]=tableMemo({memoDeps:depArgs=>memoDeps(self,depArgs),fn:(...deps)=>fn(self,...deps),fnName,objectId:self.id,table,feature})}
return this[memoKey](...args)}}else prototype[fnKey]=function(...args){
return fn(this,...args)}}}
function callMemoOrStaticFn(obj,fnKey,staticFn,...args){
return obj[fnKey]?.(...args)??staticFn(obj,...args)}
function cell_getValue(cell){
return cell.row.getValue(cell.column.id)}
function cell_renderValue(cell){
return cell.getValue()??cell.table.options.renderFallbackValue}
function cell_getContext(cell){
return{table:cell.table,column:cell.column,row:cell.row,cell,getValue:()=>cell.getValue(),renderValue:()=>cell.renderValue()}}
var coreCellsFeature={assignCellPrototype:(prototype,table)=>{
assignPrototypeAPIs(`coreCellsFeature`,prototype,table,{cell_getValue:{fn:cell=>cell_getValue(cell)},cell_renderValue:{fn:cell=>cell_renderValue(cell)},cell_getContext:{fn:cell=>cell_getContext(cell),memoDeps:cell=>[cell]}})}};
function getColumnPrototype(table){
if(!table._columnPrototype){
table._columnPrototype={table};
let features=Object.values(table._features);
for(let i=0;i<features.length;i++)features[i].assignColumnPrototype?.(table._columnPrototype,table)}
return table._columnPrototype}
function constructColumn(table,columnDef,depth,parent){
let resolvedColumnDef={...table.getDefaultColumnDef(),...columnDef},accessorKey=resolvedColumnDef.accessorKey,accessorKeyString=accessorKey===void 0?void 0:String(accessorKey),id=resolvedColumnDef.id??accessorKeyString?.replaceAll(`.`,`_`)??(typeof resolvedColumnDef.header==`string`?resolvedColumnDef.header:void 0),accessorFn;
if(resolvedColumnDef.accessorFn)accessorFn=resolvedColumnDef.accessorFn;else if(accessorKey!==void 0){
if(typeof accessorKey==`string`&&accessorKey.includes(`.`)){
let keys=accessorKey.split(`.`);
accessorFn=originalRow=>{
let result=originalRow;
for(let i=0;i<keys.length;i++){
let key=keys[i];
result=result?.[key]}
return result}}else accessorFn=originalRow=>originalRow[resolvedColumnDef.accessorKey]}
if(!id)throw Error();
let columnPrototype=getColumnPrototype(table),column=Object.create(columnPrototype);
column.accessorFn=accessorFn,column.columnDef=resolvedColumnDef,column.columns=[],column.depth=depth,column.id=`${String(id)}`,column.parent=parent;
let initFns=table._columnInstanceInitFns;
for(let i=0;i<initFns.length;i++)initFns[i](column);
return column}
function getIsColumnVisible(column){
return column.getIsVisible?.()??!0}
function getVisibleLeafColumns(table){
return table.getVisibleLeafColumns?.()??table.getAllLeafColumns()}
function orderLeafColumns(table,columns){
let orderedTable=table,leafColumns=columns;
return orderedTable.getOrderColumnsFn?.()(leafColumns)??orderedTable._orderGroupedColumns?.(leafColumns)??columns}
function orderByColumnPinning(table,items,getColumnId,getItemsByColumnId){
return table._orderByColumnPinning?.(items,getColumnId,getItemsByColumnId)??items}
function getPinnedVisibleLeafColumns(table,position){
return table.getPinnedVisibleLeafColumns?.(position)??(position&&position!==`center`?[]:getVisibleLeafColumns(table))}
function expandRowModel(table,rowModel){
return table._expandRows?.(rowModel)??rowModel}
function autoResetExpanded(table){
table.autoResetExpanded?.()}
function autoResetPageIndex(table){
table.autoResetPageIndex?.()}
function autoResetSorting(table){
table.autoResetSorting?.()}
function autoResetCellSelection(table){
table.autoResetCellSelection?.()}
function column_getFlatColumns(column){
return[column,...column.columns.flatMap(col=>col.getFlatColumns())]}
function column_getLeafColumns(column){
if(column.columns.length){
let leafColumns=column.columns.flatMap(col=>col.getLeafColumns());
return orderLeafColumns(column.table,leafColumns)}
return[column]}
function table_getDefaultColumnDef(table){
return{header:props=>{
let resolvedColumnDef=props.header.column.columnDef;
return resolvedColumnDef.accessorKey?resolvedColumnDef.accessorKey:resolvedColumnDef.accessorFn?resolvedColumnDef.id:null},cell:props=>props.renderValue()?.toString?.()??null,...Object.values(table._features).reduce((obj,feature)=>Object.assign(obj,feature.getDefaultColumnDef?.()),{}),...table.options.defaultColumn}}
function constructColumns(table,columnDefs,parent,depth=0){
let columns=Array(columnDefs.length);
for(let i=0;i<columnDefs.length;i++){
if(!(i in columnDefs))continue;
let columnDef=columnDefs[i],column=constructColumn(table,columnDef,depth,parent),groupingColumnDef=columnDef;
column.columns=groupingColumnDef.columns?constructColumns(table,groupingColumnDef.columns,column,depth+1):[],columns[i]=column}
return columns}
function table_getAllColumns(table){
return constructColumns(table,table.options.columns)}
function table_getAllFlatColumns(table){
return table.getAllColumns().flatMap(column=>column.getFlatColumns())}
function table_getAllFlatColumnsById(table){
let result=makeObjectMap(),flatColumns=table.getAllFlatColumns();
for(let i=0;i<flatColumns.length;i++){
let column=flatColumns[i];
result[column.id]=column}
return result}
function table_getAllLeafColumns(table){
return orderLeafColumns(table,table.getAllColumns().flatMap(c=>c.getLeafColumns()))}
function table_getAllLeafColumnsById(table){
let result=makeObjectMap(),leafColumns=table.getAllLeafColumns();
for(let i=0;i<leafColumns.length;i++){
let column=leafColumns[i];
result[column.id]=column}
return result}
function table_getColumn(table,columnId){
return table.getAllFlatColumnsById()[columnId]}
var coreColumnsFeature={assignColumnPrototype:(prototype,table)=>{
assignPrototypeAPIs(`coreColumnsFeature`,prototype,table,{column_getFlatColumns:{fn:column=>column_getFlatColumns(column),memoDeps:column=>[column.table.options.columns]},column_getLeafColumns:{fn:column=>column_getLeafColumns(column),memoDeps:column=>[column.table.atoms.columnOrder?.get(),column.table.atoms.grouping?.get(),column.table.options.columns,column.table.options.groupedColumnMode]}})},constructTableAPIs:table=>{
assignTableAPIs(`coreColumnsFeature`,table,{table_getDefaultColumnDef:{fn:()=>table_getDefaultColumnDef(table),memoDeps:()=>[table.options.defaultColumn]},table_getAllColumns:{fn:()=>table_getAllColumns(table),memoDeps:()=>[table.options.columns]},table_getAllFlatColumns:{fn:()=>table_getAllFlatColumns(table),memoDeps:()=>[table.options.columns]},table_getAllFlatColumnsById:{fn:()=>table_getAllFlatColumnsById(table),memoDeps:()=>[table.options.columns]},table_getAllLeafColumns:{fn:()=>table_getAllLeafColumns(table),memoDeps:()=>[table.atoms.columnOrder?.get(),table.atoms.grouping?.get(),table.options.columns,table.options.groupedColumnMode]},table_getAllLeafColumnsById:{fn:()=>table_getAllLeafColumnsById(table),memoDeps:()=>[table.getAllLeafColumns()]},table_getColumn:{fn:columnId=>table_getColumn(table,columnId)}})}};
function getHeaderPrototype(table){
if(!table._headerPrototype){
table._headerPrototype={table};
let features=Object.values(table._features);
for(let i=0;i<features.length;i++)features[i].assignHeaderPrototype?.(table._headerPrototype,table)}
return table._headerPrototype}
function constructHeader(table,column,options){
let headerPrototype=getHeaderPrototype(table),header=Object.create(headerPrototype);
header.colSpan=0,header.column=column,header.depth=options.depth,header.headerGroup=null,header.id=options.id??column.id,header.index=options.index,header.isPlaceholder=!!options.isPlaceholder,header.placeholderId=options.placeholderId,header.rowSpan=0,header.subHeaders=[];
let initFns=table._headerInstanceInitFns;
for(let i=0;i<initFns.length;i++)initFns[i](header);
return header}
function getMaxHeaderDepth(columns,depth=1){
let maxDepth=depth;
for(let i=0;i<columns.length;i++){
let column=columns[i];
getIsColumnVisible(column)&&column.columns.length&&(maxDepth=Math.max(maxDepth,getMaxHeaderDepth(column.columns,depth+1)))}
return maxDepth}
function formatHeaderGroupId(headerFamily,depth){
return headerFamily?`${headerFamily}_${depth}`:String(depth)}
function formatHeaderId(headerFamily,depth,columnId,childHeaderId){
let id=headerFamily??``;
return depth&&(id=id?`${id}_${depth}`:String(depth)),columnId&&(id=id?`${id}_${columnId}`:columnId),childHeaderId&&(id=id?`${id}_${childHeaderId}`:childHeaderId),id}
function countPendingHeadersForColumn(headers,column){
let count=0;
for(let i=0;i<headers.length;i++)headers[i].column===column&&count++;
return count}
function constructHeaderGroup(headersToGroup,depth,table,headerFamily,headerGroups,headerGroupInitFns){
let headerGroup={depth,id:formatHeaderGroupId(headerFamily,depth),headers:[]},pendingParentHeaders=[];
for(let i=0;i<headersToGroup.length;i++){
if(!(i in headersToGroup))continue;
let headerToGroup=headersToGroup[i],latestPendingParentHeader=pendingParentHeaders[pendingParentHeaders.length-1],isLeafHeader=headerToGroup.column.depth===headerGroup.depth,column,isPlaceholder=!1;
if(isLeafHeader&&headerToGroup.column.parent?column=headerToGroup.column.parent:(column=headerToGroup.column,isPlaceholder=!0),latestPendingParentHeader&&latestPendingParentHeader.column===column)latestPendingParentHeader.subHeaders.push(headerToGroup);else{
let header=constructHeader(table,column,{id:formatHeaderId(headerFamily,depth,column.id,headerToGroup.id),isPlaceholder,placeholderId:isPlaceholder?String(countPendingHeadersForColumn(pendingParentHeaders,column)):void 0,depth,index:pendingParentHeaders.length});
header.subHeaders.push(headerToGroup),pendingParentHeaders.push(header)}
headerGroup.headers.push(headerToGroup),headerToGroup.headerGroup=headerGroup}
for(let i=0;i<headerGroupInitFns.length;i++)headerGroupInitFns[i](headerGroup);
headerGroups.push(headerGroup),depth>0&&constructHeaderGroup(pendingParentHeaders,depth-1,table,headerFamily,headerGroups,headerGroupInitFns)}
function updateHeaderSpans(headers){
for(let i=0;i<headers.length;i++){
let header=headers[i];
if(!getIsColumnVisible(header.column))continue;
let colSpan=0;
if(header.subHeaders.length){
updateHeaderSpans(header.subHeaders);
for(let j=0;j<header.subHeaders.length;j++){
let child=header.subHeaders[j];
getIsColumnVisible(child.column)&&(colSpan+=child.colSpan)}}else colSpan=1;
if(header.colSpan=colSpan,header.isPlaceholder&&header.subHeaders.length===1&&header.subHeaders[0].column===header.column){
let rowSpan=1,chainChild=header.subHeaders[0];
for(;chainChild;)chainChild.rowSpan=0,rowSpan++,chainChild=chainChild.subHeaders.length===1&&chainChild.subHeaders[0].column===header.column?chainChild.subHeaders[0]:void 0;
header.rowSpan=rowSpan}else header.rowSpan=1}}
function buildHeaderGroups(allColumns,columnsToGroup,table,headerFamily){
let maxDepth=getMaxHeaderDepth(allColumns),headerGroups=[],headerGroupInitFns=table._headerGroupInstanceInitFns,bottomHeaders=Array(columnsToGroup.length);
for(let i=0;i<columnsToGroup.length;i++)i in columnsToGroup&&(bottomHeaders[i]=constructHeader(table,columnsToGroup[i],{depth:maxDepth,index:i}));
return constructHeaderGroup(bottomHeaders,maxDepth-1,table,headerFamily,headerGroups,headerGroupInitFns),headerGroups.reverse(),updateHeaderSpans(headerGroups[0]?.headers??[]),headerGroups}
function collectLeafHeaders(header,leafHeaders){
for(let i=0;i<header.subHeaders.length;i++)collectLeafHeaders(header.subHeaders[i],leafHeaders);
leafHeaders.push(header)}
function header_getLeafHeaders(header){
let leafHeaders=[];
return collectLeafHeaders(header,leafHeaders),leafHeaders}
function header_getContext(header){
return{column:header.column,header,table:header.column.table}}
function table_getHeaderGroups(table){
return buildHeaderGroups(table.getAllColumns(),orderByColumnPinning(table,getVisibleLeafColumns(table),column=>column.id),table)}
function table_getFooterGroups(table){
return[...table.getHeaderGroups()].reverse()}
function table_getFlatHeaders(table){
let headerGroups=table.getHeaderGroups(),result=[];
for(let i=0;i<headerGroups.length;i++){
let headers=headerGroups[i].headers;
for(let j=0;j<headers.length;j++)result.push(headers[j])}
return result}
function table_getLeafHeaders(table){
let topHeaders=table.getHeaderGroups()[0]?.headers??[],result=[];
for(let i=0;i<topHeaders.length;i++){
let leafHeaders=topHeaders[i].getLeafHeaders();
for(let j=0;j<leafHeaders.length;j++)result.push(leafHeaders[j])}
return result}
var coreHeadersFeature={assignHeaderPrototype:(prototype,table)=>{
assignPrototypeAPIs(`coreHeadersFeature`,prototype,table,{header_getLeafHeaders:{fn:header=>header_getLeafHeaders(header),memoDeps:header=>[header.column.table.options.columns]},header_getContext:{fn:header=>header_getContext(header),memoDeps:header=>[header.column.table.options.columns]}})},constructTableAPIs:table=>{
assignTableAPIs(`coreHeadersFeature`,table,{table_getHeaderGroups:{fn:()=>table_getHeaderGroups(table),memoDeps:()=>[table.options.columns,table.atoms.columnOrder?.get(),table.atoms.grouping?.get(),table.atoms.columnPinning?.get(),table.atoms.columnVisibility?.get(),table.options.groupedColumnMode]},table_getFooterGroups:{fn:()=>table_getFooterGroups(table),memoDeps:()=>[table.getHeaderGroups()]},table_getFlatHeaders:{fn:()=>table_getFlatHeaders(table),memoDeps:()=>[table.getHeaderGroups()]},table_getLeafHeaders:{fn:()=>table_getLeafHeaders(table),memoDeps:()=>[table.getHeaderGroups()]}})}};
function getRowPrototype(table){
if(!table._rowPrototype){
table._rowPrototype={table};
let features=Object.values(table._features);
for(let i=0;i<features.length;i++)features[i].assignRowPrototype?.(table._rowPrototype,table)}
return table._rowPrototype}
var constructRow=(table,id,original,rowIndex,depth,subRows,parentId)=>{
let rowPrototype=getRowPrototype(table),row=Object.create(rowPrototype);
row._displayIndexCache=-1,row._uniqueValuesCache=makeObjectMap(),row._valuesCache=makeObjectMap(),row.depth=depth,row.id=id,row.index=rowIndex,row.original=original,row.parentId=parentId,row.subRows=subRows??[];
let initFns=table._rowInstanceInitFns;
for(let i=0;i<initFns.length;i++)initFns[i](row);
return row};
function createCoreRowModel(){
return table=>tableMemo({feature:`coreRowModelsFeature`,table,fnName:`table.getCoreRowModel`,memoDeps:()=>[table.options.data],fn:()=>_createCoreRowModel(table,table.options.data),onAfterUpdate:skipFirstRun(()=>{
autoResetExpanded(table),autoResetPageIndex(table),autoResetSorting(table),autoResetCellSelection(table)})})}
function accessRows(table,rowModel,originalRows,depth=0,parentRow){
let rows=[];
for(let i=0;i<originalRows.length;i++){
let originalRow=originalRows[i],row=constructRow(table,table.getRowId(originalRow,i,parentRow),originalRow,i,depth,void 0,parentRow?.id);
rowModel.flatRows.push(row),rowModel.rowsById[row.id]=row,rows.push(row),table.options.getSubRows&&(row.originalSubRows=table.options.getSubRows(originalRow,i),row.originalSubRows?.length&&(row.subRows=accessRows(table,rowModel,row.originalSubRows,depth+1,row)))}
return rows}
function _createCoreRowModel(table,data){
let rowModel={rows:[],flatRows:[],rowsById:makeObjectMap()};
return rowModel.rows=accessRows(table,rowModel,data),rowModel}
function table_getCoreRowModel(table){
return table._rowModels.coreRowModel||(table._rowModels.coreRowModel=table.options.features.coreRowModel?.(table)??createCoreRowModel()(table)),table._rowModels.coreRowModel()}
function table_getPreFilteredRowModel(table){
return table.getCoreRowModel()}
function table_getFilteredRowModel(table){
return table._rowModels.filteredRowModel||(table._rowModels.filteredRowModel=table.options.features.filteredRowModel?.(table)),table.options.manualFiltering||!table._rowModels.filteredRowModel?table.getPreFilteredRowModel():table._rowModels.filteredRowModel()}
function table_getPreGroupedRowModel(table){
return table.getFilteredRowModel()}
function table_getGroupedRowModel(table){
return table._rowModels.groupedRowModel||(table._rowModels.groupedRowModel=table.options.features.groupedRowModel?.(table)),table.options.manualGrouping||!table._rowModels.groupedRowModel?table.getPreGroupedRowModel():table._rowModels.groupedRowModel()}
function table_getPreSortedRowModel(table){
return table.getGroupedRowModel()}
function table_getSortedRowModel(table){
return table._rowModels.sortedRowModel||(table._rowModels.sortedRowModel=table.options.features.sortedRowModel?.(table)),table.options.manualSorting||!table._rowModels.sortedRowModel?table.getPreSortedRowModel():table._rowModels.sortedRowModel()}
function table_getPreExpandedRowModel(table){
return table.getSortedRowModel()}
function table_getExpandedRowModel(table){
return table._rowModels.expandedRowModel||(table._rowModels.expandedRowModel=table.options.features.expandedRowModel?.(table)),table.options.manualExpanding||!table._rowModels.expandedRowModel?table.getPreExpandedRowModel():table._rowModels.expandedRowModel()}
function table_getPrePaginatedRowModel(table){
return table.getExpandedRowModel()}
function table_getPaginatedRowModel(table){
return table._rowModels.paginatedRowModel||(table._rowModels.paginatedRowModel=table.options.features.paginatedRowModel?.(table)),table.options.manualPagination||!table._rowModels.paginatedRowModel?table.getPrePaginatedRowModel():table._rowModels.paginatedRowModel()}
function table_getRowModel(table){
return table.getPaginatedRowModel()}
var coreRowModelsFeature={constructTableAPIs:table=>{
assignTableAPIs(`coreRowModelsFeature`,table,{table_getCoreRowModel:{fn:()=>table_getCoreRowModel(table)},table_getPreFilteredRowModel:{fn:()=>table_getPreFilteredRowModel(table)},table_getFilteredRowModel:{fn:()=>table_getFilteredRowModel(table)},table_getPreGroupedRowModel:{fn:()=>table_getPreGroupedRowModel(table)},table_getGroupedRowModel:{fn:()=>table_getGroupedRowModel(table)},table_getPreSortedRowModel:{fn:()=>table_getPreSortedRowModel(table)},table_getSortedRowModel:{fn:()=>table_getSortedRowModel(table)},table_getPreExpandedRowModel:{fn:()=>table_getPreExpandedRowModel(table)},table_getExpandedRowModel:{fn:()=>table_getExpandedRowModel(table)},table_getPrePaginatedRowModel:{fn:()=>table_getPrePaginatedRowModel(table)},table_getPaginatedRowModel:{fn:()=>table_getPaginatedRowModel(table)},table_getRowModel:{fn:()=>table_getRowModel(table)}})}};
function getCellPrototype(table){
if(!table._cellPrototype){
table._cellPrototype={table};
let features=Object.values(table._features);
for(let i=0;i<features.length;i++)features[i].assignCellPrototype?.(table._cellPrototype,table)}
return table._cellPrototype}
function constructCell(column,row,table){
let cellPrototype=getCellPrototype(table),cell=Object.create(cellPrototype);
cell.column=column,cell.id=`${row.id}_${column.id}`,cell.row=row;
let initFns=table._cellInstanceInitFns;
for(let i=0;i<initFns.length;i++)initFns[i](cell);
return cell}
function row_getDisplayIndex(row){
let rows=row.table.getRowsInDisplayOrder(),displayIndex=row._displayIndexCache;
return rows[displayIndex]===row?displayIndex:-1}
function table_getRowsInDisplayOrder(table){
let rowModel=table.getPrePaginatedRowModel(),rows=table.options.paginateExpandedRows===!1?expandRowModel(table,rowModel).rows:rowModel.rows;
for(let i=0;i<rows.length;i++)rows[i]._displayIndexCache=i;
return rows}
function row_getValue(row,columnId){
if(hasOwn(row._valuesCache,columnId))return row._valuesCache[columnId];
let column=row.table.getColumn(columnId);
if(column?.accessorFn)return row._valuesCache[columnId]=column.accessorFn(row.original,row.index),row._valuesCache[columnId]}
function row_getUniqueValues(row,columnId){
if(hasOwn(row._uniqueValuesCache,columnId))return row._uniqueValuesCache[columnId];
let column=row.table.getColumn(columnId);
if(column?.accessorFn)return column.columnDef.getUniqueValues?(row._uniqueValuesCache[columnId]=column.columnDef.getUniqueValues(row.original,row.index),row._uniqueValuesCache[columnId]):(row._uniqueValuesCache[columnId]=[row.getValue(columnId)],row._uniqueValuesCache[columnId])}
function row_renderValue(row,columnId){
return row.getValue(columnId)??row.table.options.renderFallbackValue}
function row_getLeafRows(row){
return flattenBy(row.subRows,d=>d.subRows)}
function table_getMaxSubRowDepth(table){
let rows=table.getCoreRowModel().flatRows,maxDepth=0;
for(let i=0;i<rows.length;i++)maxDepth=Math.max(maxDepth,rows[i].depth);
return maxDepth}
function row_getParentRow(row){
if(row.parentId)return row.table.getCoreRowModel().rowsById[row.parentId]??row.table.getRow(row.parentId,!0)}
function row_getParentRows(row){
let parentRows=[],currentRow=row;
for(;;){
let parentRow=currentRow.getParentRow();
if(!parentRow)break;
parentRows.push(parentRow),currentRow=parentRow}
return parentRows.reverse()}
function row_getAllCells(row){
let columns=row.table.getAllLeafColumns(),cache=row._cellsCache;
cache||=row._cellsCache=new WeakMap;
let cells=Array(columns.length);
for(let i=0;i<columns.length;i++){
let column=columns[i],cell=cache.get(column);
cell||(cell=constructCell(column,row,row.table),cache.set(column,cell)),cells[i]=cell}
return cells}
function row_getAllCellsByColumnId(row){
let result=makeObjectMap(),cells=row.getAllCells();
for(let i=0;i<cells.length;i++){
let cell=cells[i];
result[cell.column.id]=cell}
return result}
function table_getRowId(originalRow,table,index,parent){
return table.options.getRowId?.(originalRow,index,parent)??(parent?`${parent.id}.${index}`:String(index))}
function table_getRow(table,rowId,searchAll){
let row=(searchAll?table.getPrePaginatedRowModel():table.getRowModel()).rowsById[rowId];
if(!row&&(row=table.getCoreRowModel().rowsById[rowId],!row))throw Error();
return row}
var coreRowsFeature={assignRowPrototype:(prototype,table)=>{
assignPrototypeAPIs(`coreRowsFeature`,prototype,table,{row_getDisplayIndex:{fn:row=>row_getDisplayIndex(row)},row_getAllCellsByColumnId:{fn:row=>row_getAllCellsByColumnId(row),memoDeps:row=>[row.getAllCells()]},row_getAllCells:{fn:row=>row_getAllCells(row),memoDeps:row=>[row.table.getAllLeafColumns()]},row_getLeafRows:{fn:row=>row_getLeafRows(row),memoDeps:row=>[row.subRows]},row_getParentRow:{fn:row=>row_getParentRow(row)},row_getParentRows:{fn:row=>row_getParentRows(row)},row_getUniqueValues:{fn:(row,columnId)=>row_getUniqueValues(row,columnId)},row_getValue:{fn:(row,columnId)=>row_getValue(row,columnId)},row_renderValue:{fn:(row,columnId)=>row_renderValue(row,columnId)}})},constructTableAPIs:table=>{
assignTableAPIs(`coreRowsFeature`,table,{table_getRowsInDisplayOrder:{fn:()=>table_getRowsInDisplayOrder(table),memoDeps:()=>[table.getPrePaginatedRowModel().rows,table.options.paginateExpandedRows,table.options.paginateExpandedRows===!1?table.atoms.expanded?.get():void 0]},table_getRowId:{fn:(originalRow,index,parent)=>table_getRowId(originalRow,table,index,parent)},table_getRow:{fn:(id,searchAll)=>table_getRow(table,id,searchAll)},table_getMaxSubRowDepth:{fn:()=>table_getMaxSubRowDepth(table),memoDeps:()=>[table.getCoreRowModel()]}})}};
function table_syncExternalStateToBaseAtoms(table,capturedState,compare=(currentState,externalState)=>currentState===externalState){
let state=capturedState===void 0?table.options.state:capturedState;
table._reactivity.batch(()=>{
if(state)for(let key in state){
let baseAtom=table.baseAtoms[key];
if(!baseAtom)continue;
let rawExternalState=state[key],externalState=rawExternalState===void 0?table.initialState[key]:rawExternalState;
compare(table._reactivity.untrack(()=>baseAtom.get()),externalState)||baseAtom.set(()=>externalState)}})}
function table_publishExternalState(table,state,compare=(currentState,externalState)=>currentState===externalState){
table._reactivity.batch(()=>{
table_syncExternalStateToBaseAtoms(table,state,compare),table._reactivity.commit?.()})}
function table_reset(table){
let snap=cloneState(table.initialState);
table._reactivity.batch(()=>{
let keys=Object.keys(snap);
for(let i=0;i<keys.length;i++){
let key=keys[i];
table.baseAtoms[key].set(snap[key])}});
let features=Object.values(table._features);
for(let i=0;i<features.length;i++)features[i].resetTableInstanceData?.(table)}
function table_mergeOptions(table,newOptions){
let{features,atoms,initialState}=table.options;
if(!table.options.mergeOptions)return{...table.options,...newOptions,features,atoms,initialState};
let mergedOptions=table.options.mergeOptions(table.options,newOptions),descriptors={...Object.getOwnPropertyDescriptors(mergedOptions)};
return Object.defineProperties(Object.create(Object.getPrototypeOf(mergedOptions)),{...descriptors,features:{value:features,enumerable:!0,configurable:!0,writable:!0},atoms:{value:atoms,enumerable:!0,configurable:!0,writable:!0},initialState:{value:initialState,enumerable:!0,configurable:!0,writable:!0}})}
function table_setOptions(table,updater,options){
let mergedOptions=table_mergeOptions(table,functionalUpdate(updater,table.options));
table.optionsStore?table.optionsStore.set(()=>mergedOptions):table.options=mergedOptions,options?.syncExternalState!==!1&&table_publishExternalState(table,mergedOptions.state??null)}
var coreFeatures={coreCellsFeature,coreColumnsFeature,coreHeadersFeature,coreRowModelsFeature,coreRowsFeature,coreTablesFeature:{constructTableAPIs:table=>{
assignTableAPIs(`coreTablesFeature`,table,{table_reset:{fn:()=>table_reset(table)},table_setOptions:{fn:updater=>table_setOptions(table,updater)}})}}};
function tableFeatures(features){
return features}
function getInitialTableState(features,initialState={}){
return Object.values(features).forEach(feature=>{
initialState=feature.getInitialState?.(initialState)??initialState}),cloneState(initialState)}
function constructTable(tableOptions){
let _reactivity=tableOptions.features.coreReactivityFeature,{aggregationFns,columnMeta:_columnMeta,coreRowModel,expandedRowModel,facetedMinMaxValues,facetedRowModel,facetedUniqueValues,filterFns,filterMeta:_filterMeta,filteredRowModel,groupedRowModel,paginatedRowModel,sortFns,sortedRowModel,tableMeta:_tableMeta,...features}=tableOptions.features,table={_cellInstanceInitFns:[],_columnInstanceInitFns:[],_features:{...coreFeatures,...features},_headerGroupInstanceInitFns:[],_headerInstanceInitFns:[],_reactivity,_rowInstanceInitFns:[],_rowModelFns:{aggregationFns,filterFns,sortFns},_rowModels:{},atoms:{},baseAtoms:{}},featuresList=Object.values(table._features),mergedOptions={...featuresList.reduce((obj,feature)=>Object.assign(obj,feature.getDefaultTableOptions?.(table)),{}),...tableOptions};
if(_reactivity.wrapExternalAtoms&&mergedOptions.atoms)for(let[atomKey,_atom]of Object.entries(mergedOptions.atoms)){
let atom=_atom,wrappedAtom=_reactivity.createWritableAtom(atom.get(),{debugName:`externalAtom/${atomKey}`});
mergedOptions.atoms[atomKey]=wrappedAtom;
let syncExternal=!1,syncAtomToWrappedSub=atom.subscribe(value=>{
syncExternal||wrappedAtom.set(value)}),syncWrappedToAtomSub=wrappedAtom.subscribe(value=>{
syncExternal=!0,atom.set(value),syncExternal=!1});
_reactivity.addSubscription(syncAtomToWrappedSub),_reactivity.addSubscription(syncWrappedToAtomSub)}
_reactivity.createOptionsStore?(table.optionsStore=_reactivity.createWritableAtom(mergedOptions,{debugName:`table/optionsStore`}),Object.defineProperty(table,"options",{configurable:!0,enumerable:!0,get(){
return table.optionsStore.get()},set(value){
table.optionsStore.set(()=>value)}})):table.options=mergedOptions,table.initialState=getInitialTableState(table._features,table.options.initialState);
let stateKeys=Object.keys(table.initialState);
for(let i=0;i<stateKeys.length;i++){
let key=stateKeys[i];
table.baseAtoms[key]=_reactivity.createWritableAtom(table.initialState[key],{debugName:`table/baseAtoms/${key}`}),table.atoms[key]=_reactivity.createReadonlyAtom(()=>{
let options=table.options,externalAtom=options.atoms?.[key],reactiveState=externalAtom?externalAtom.get():table.baseAtoms[key].get();
if(externalAtom)return reactiveState;
let controlledState=options.state;
if(controlledState&&hasOwn(controlledState,key)){
let controlledValue=controlledState[key];
return controlledValue===void 0?table.initialState[key]:controlledValue}
return reactiveState},{debugName:`table/atoms/${key}`})}
table_syncExternalStateToBaseAtoms(table),table.store=atomToStore(_reactivity.createReadonlyAtom(()=>{
let snapshot={};
for(let i=0;i<stateKeys.length;i++){
let key=stateKeys[i];
snapshot[key]=table.atoms[key].get()}
return snapshot},{compare:shallow,debugName:`table/store`}));
for(let i=0;i<featuresList.length;i++){
let feature=featuresList[i];
feature.initTableInstanceData?.(table),feature.initCellInstanceData&&table._cellInstanceInitFns.push(feature.initCellInstanceData.bind(feature)),feature.initColumnInstanceData&&table._columnInstanceInitFns.push(feature.initColumnInstanceData.bind(feature)),feature.initHeaderGroupInstanceData&&table._headerGroupInstanceInitFns.push(feature.initHeaderGroupInstanceData.bind(feature)),feature.initHeaderInstanceData&&table._headerInstanceInitFns.push(feature.initHeaderInstanceData.bind(feature)),feature.initRowInstanceData&&table._rowInstanceInitFns.push(feature.initRowInstanceData.bind(feature)),feature.constructTableAPIs?.(table)}
return table}
function getDefaultColumnSizingState(){
return makeObjectMap()}
function getDefaultColumnSizingColumnDef(){
return{size:150,minSize:20,maxSize:2**53-1}}
function column_getSize(column){
let defaultSizes=getDefaultColumnSizingColumnDef(),columnSizing=column.table.atoms.columnSizing?.get(),columnSize=columnSizing&&hasOwn(columnSizing,column.id)?columnSizing[column.id]:void 0;
return Math.min(Math.max(column.columnDef.minSize??defaultSizes.minSize,columnSize??column.columnDef.size??defaultSizes.size),column.columnDef.maxSize??defaultSizes.maxSize)}
function buildColumnOffsets(columns){
let starts=makeObjectMap(),afters=makeObjectMap(),sizes=Array(columns.length),start=0;
for(let i=0;i<columns.length;i++){
let column=columns[i],size=callMemoOrStaticFn(column,`getSize`,column_getSize);
sizes[i]=size,starts[column.id]=start,start+=size}
let after=0;
for(let i=columns.length-1;i>=0;i--)afters[columns[i].id]=after,after+=sizes[i];
return{starts,afters}}
function table_getColumnOffsets(table){
return{all:buildColumnOffsets(getPinnedVisibleLeafColumns(table)),center:buildColumnOffsets(getPinnedVisibleLeafColumns(table,`center`)),start:buildColumnOffsets(getPinnedVisibleLeafColumns(table,`start`)),end:buildColumnOffsets(getPinnedVisibleLeafColumns(table,`end`))}}
function toOffsetsKey(position){
return position===`start`?`start`:position===`end`?`end`:position===`center`?`center`:`all`}
function column_getStart(column,position){
return callMemoOrStaticFn(column.table,`getColumnOffsets`,table_getColumnOffsets)[toOffsetsKey(position)].starts[column.id]??0}
function column_getAfter(column,position){
return callMemoOrStaticFn(column.table,`getColumnOffsets`,table_getColumnOffsets)[toOffsetsKey(position)].afters[column.id]??0}
function column_resetSize(column){
table_setColumnSizing(column.table,old=>{
let rest=makeObjectMap(),columnIds=Object.keys(old);
for(let i=0;i<columnIds.length;i++){
let columnId=columnIds[i];
columnId!==column.id&&(rest[columnId]=old[columnId])}
return rest})}
function sumHeaderSize(header){
if(!header.subHeaders.length)return column_getSize(header.column);
let sum=0;
for(let i=0;i<header.subHeaders.length;i++)sum+=sumHeaderSize(header.subHeaders[i]);
return sum}
function header_getSize(header){
return sumHeaderSize(header)}
function header_getStart(header){
if(header.index>0){
let prevSiblingHeader=header.headerGroup?.headers[header.index-1];
if(prevSiblingHeader)return callMemoOrStaticFn(prevSiblingHeader,`getStart`,header_getStart)+callMemoOrStaticFn(prevSiblingHeader,`getSize`,header_getSize)}
return 0}
function table_setColumnSizing(table,updater){
table.options.onColumnSizingChange?.(updater)}
function table_resetColumnSizing(table,defaultState){
table_setColumnSizing(table,defaultState?makeObjectMap():Object.assign(makeObjectMap(),cloneState(table.initialState.columnSizing??{})))}
function sumColumnSizes(columns){
let sum=0;
for(let i=0;i<columns.length;i++)sum+=callMemoOrStaticFn(columns[i],`getSize`,column_getSize);
return sum}
function table_getTotalSize(table){
return table.getHeaderGroups()[0]?.headers.reduce((sum,header)=>sum+header_getSize(header),0)??0}
function table_getStartTotalSize(table){
return sumColumnSizes(getPinnedVisibleLeafColumns(table,`start`))}
function table_getCenterTotalSize(table){
return sumColumnSizes(getPinnedVisibleLeafColumns(table,`center`))}
function table_getEndTotalSize(table){
return sumColumnSizes(getPinnedVisibleLeafColumns(table,`end`))}
var columnSizingFeature={getInitialState:initialState=>({columnSizing:getDefaultColumnSizingState(),...initialState}),getDefaultColumnDef:()=>getDefaultColumnSizingColumnDef(),getDefaultTableOptions:table=>({onColumnSizingChange:makeStateUpdater(`columnSizing`,table)}),assignColumnPrototype:(prototype,table)=>{
assignPrototypeAPIs(`columnSizingFeature`,prototype,table,{column_getSize:{fn:column=>column_getSize(column),memoDeps:column=>[table.options.columns,table.atoms.columnSizing?.get()?.[column.id]]},column_getStart:{fn:(column,position)=>column_getStart(column,position)},column_getAfter:{fn:(column,position)=>column_getAfter(column,position)},column_resetSize:{fn:column=>column_resetSize(column)}})},assignHeaderPrototype:(prototype,table)=>{
assignPrototypeAPIs(`columnSizingFeature`,prototype,table,{header_getSize:{fn:header=>header_getSize(header),memoDeps:header=>[table.options.columns,header.column.columns.length>0?table.atoms.columnSizing?.get():table.atoms.columnSizing?.get()?.[header.column.id]]},header_getStart:{fn:header=>header_getStart(header),memoDeps:()=>[table.options.columns,table.atoms.columnSizing?.get(),table.atoms.columnOrder?.get(),table.atoms.columnPinning?.get(),table.atoms.columnVisibility?.get(),table.atoms.grouping?.get(),table.options.groupedColumnMode]}})},constructTableAPIs:table=>{
assignTableAPIs(`columnSizingFeature`,table,{table_getColumnOffsets:{fn:()=>table_getColumnOffsets(table),memoDeps:()=>[table.options.columns,table.atoms.columnSizing?.get(),table.atoms.columnOrder?.get(),table.atoms.columnPinning?.get(),table.atoms.columnVisibility?.get(),table.atoms.grouping?.get(),table.options.groupedColumnMode]},table_setColumnSizing:{fn:updater=>table_setColumnSizing(table,updater)},table_resetColumnSizing:{fn:defaultState=>table_resetColumnSizing(table,defaultState)},table_getTotalSize:{fn:()=>table_getTotalSize(table),memoDeps:()=>[table.atoms.columnSizing?.get(),table.getHeaderGroups()]},table_getStartTotalSize:{fn:()=>table_getStartTotalSize(table),memoDeps:()=>[table.atoms.columnSizing?.get(),table.getHeaderGroups()]},table_getCenterTotalSize:{fn:()=>table_getCenterTotalSize(table),memoDeps:()=>[table.atoms.columnSizing?.get(),table.getHeaderGroups()]},table_getEndTotalSize:{fn:()=>table_getEndTotalSize(table),memoDeps:()=>[table.atoms.columnSizing?.get(),table.getHeaderGroups()]}})}};
function getDefaultColumnVisibilityState(){
return makeObjectMap()}
function column_toggleVisibility(column,visible){
column_getCanHide(column)&&table_setColumnVisibility(column.table,old=>{
let next=Object.assign(makeObjectMap(),old),nextVisible=visible??!callMemoOrStaticFn(column,`getIsVisible`,column_getIsVisible),leafColumns=column.getLeafColumns();
for(let i=0;i<leafColumns.length;i++){
let leafColumn=leafColumns[i];
column_getCanHide(leafColumn)&&(next[leafColumn.id]=nextVisible)}
return next})}
function column_getIsVisible(column){
let columnVisibility=column.table.atoms.columnVisibility?.get();
if(!columnVisibility)return!0;
let childColumns=column.columns;
return childColumns.length?childColumns.some(childColumn=>callMemoOrStaticFn(childColumn,`getIsVisible`,column_getIsVisible)):(hasOwn(columnVisibility,column.id)?columnVisibility[column.id]:void 0)??!0}
function column_getCanHide(column){
return(column.columnDef.enableHiding??!0)&&(column.table.options.enableHiding??!0)}
function column_getToggleVisibilityHandler(column){
return e=>{
column_toggleVisibility(column,e.target.checked)}}
function row_getVisibleCells(row){
let allCells=row.getAllCells(),visibleCells=[];
for(let i=0;i<allCells.length;i++){
let cell=allCells[i];
callMemoOrStaticFn(cell.column,`getIsVisible`,column_getIsVisible)&&visibleCells.push(cell)}
return orderByColumnPinning(row.table,visibleCells,cell=>cell.column.id,()=>callMemoOrStaticFn(row,`getVisibleCellsByColumnId`,row_getVisibleCellsByColumnId))}
function row_getVisibleCellsByColumnId(row){
let result=makeObjectMap(),allCells=row.getAllCells();
for(let i=0;i<allCells.length;i++){
let cell=allCells[i];
callMemoOrStaticFn(cell.column,`getIsVisible`,column_getIsVisible)&&(result[cell.column.id]=cell)}
return result}
function table_getVisibleFlatColumns(table){
return table.getAllFlatColumns().filter(column=>callMemoOrStaticFn(column,`getIsVisible`,column_getIsVisible))}
function table_getVisibleLeafColumns(table){
return table.getAllLeafColumns().filter(column=>callMemoOrStaticFn(column,`getIsVisible`,column_getIsVisible))}
function table_setColumnVisibility(table,updater){
setStateSlice(table,`columnVisibility`,updater)}
function table_resetColumnVisibility(table,defaultState){
table_setColumnVisibility(table,defaultState?makeObjectMap():Object.assign(makeObjectMap(),cloneState(table.initialState.columnVisibility??{})))}
function table_toggleAllColumnsVisible(table,value){
value??=!table_getIsAllColumnsVisible(table);
let visibility=makeObjectMap(),leafColumns=table.getAllLeafColumns();
for(let i=0;i<leafColumns.length;i++){
let column=leafColumns[i];
visibility[column.id]=value||!column_getCanHide(column)}
table_setColumnVisibility(table,visibility)}
function table_getIsAllColumnsVisible(table){
return!table.getAllLeafColumns().some(column=>!callMemoOrStaticFn(column,`getIsVisible`,column_getIsVisible))}
function table_getIsSomeColumnsVisible(table){
return table.getAllLeafColumns().some(column=>callMemoOrStaticFn(column,`getIsVisible`,column_getIsVisible))}
function table_getToggleAllColumnsVisibilityHandler(table){
return e=>{
table_toggleAllColumnsVisible(table,e.target.checked)}}
var columnVisibilityFeature={getInitialState:initialState=>({columnVisibility:getDefaultColumnVisibilityState(),...initialState}),getDefaultTableOptions:table=>({onColumnVisibilityChange:makeStateUpdater(`columnVisibility`,table)}),assignColumnPrototype:(prototype,table)=>{
assignPrototypeAPIs(`columnVisibilityFeature`,prototype,table,{column_getIsVisible:{fn:column=>column_getIsVisible(column),memoDeps:column=>[table.options.columns,table.atoms.columnVisibility?.get(),column.columns]},column_getCanHide:{fn:column=>column_getCanHide(column)},column_getToggleVisibilityHandler:{fn:column=>column_getToggleVisibilityHandler(column)},column_toggleVisibility:{fn:(column,visible)=>column_toggleVisibility(column,visible)}})},assignRowPrototype:(prototype,table)=>{
assignPrototypeAPIs(`columnVisibilityFeature`,prototype,table,{row_getVisibleCells:{fn:row=>row_getVisibleCells(row),memoDeps:row=>[row.getAllCells(),table.atoms.columnPinning?.get(),table.atoms.columnVisibility?.get()]},row_getVisibleCellsByColumnId:{fn:row=>row_getVisibleCellsByColumnId(row),memoDeps:row=>[row.getAllCells(),table.atoms.columnVisibility?.get()]}})},constructTableAPIs:table=>{
assignTableAPIs(`columnVisibilityFeature`,table,{table_getVisibleFlatColumns:{fn:()=>table_getVisibleFlatColumns(table),memoDeps:()=>[table.atoms.columnVisibility?.get(),table.atoms.columnOrder?.get(),table.atoms.grouping?.get(),table.options.columns,table.options.groupedColumnMode]},table_getVisibleLeafColumns:{fn:()=>table_getVisibleLeafColumns(table),memoDeps:()=>[table.atoms.columnVisibility?.get(),table.atoms.columnOrder?.get(),table.atoms.grouping?.get(),table.options.columns,table.options.groupedColumnMode]},table_setColumnVisibility:{fn:updater=>table_setColumnVisibility(table,updater)},table_resetColumnVisibility:{fn:defaultState=>table_resetColumnVisibility(table,defaultState)},table_toggleAllColumnsVisible:{fn:value=>table_toggleAllColumnsVisible(table,value)},table_getIsAllColumnsVisible:{fn:()=>table_getIsAllColumnsVisible(table)},table_getIsSomeColumnsVisible:{fn:()=>table_getIsSomeColumnsVisible(table)},table_getToggleAllColumnsVisibilityHandler:{fn:()=>table_getToggleAllColumnsVisibilityHandler(table)}})}},reSplitAlphaNumeric=/([0-9]+)/gm;
function constructSortFn(def){
let sortFn=Object.assign((rowA,rowB,columnId)=>{
let dataValueA=rowA.getValue(columnId),dataValueB=rowB.getValue(columnId),resolveDataValue=sortFn.resolveDataValue;
return resolveDataValue&&(dataValueA=resolveDataValue(dataValueA),dataValueB=resolveDataValue(dataValueB)),sortFn.sort(dataValueA,dataValueB,rowA,rowB,columnId)},def);
return sortFn}
var sortFn_basic=constructSortFn({sort:(dataValueA,dataValueB)=>compareBasic(dataValueA,dataValueB)});
function compareBasic(a,b){
return a===b?0:a>b?1:-1}
function getDefaultSortingState(){
return[]}
function table_setSorting(table,updater){
setStateSlice(table,`sorting`,updater)}
function table_resetSorting(table,defaultState){
table_setSorting(table,defaultState?[]:cloneState(table.initialState.sorting??[]))}
function table_autoResetSorting(table){
table.atoms.sorting&&(table.options.autoResetAll??table.options.autoResetSorting??!1)&&table_resetSorting(table)}
function column_getAutoSortFn(column){
let sortFns=column.table._rowModelFns.sortFns,firstRows=column.table.getFilteredRowModel().flatRows.slice(0,10),sortFnName,isString=!1;
for(let i=0;i<firstRows.length;i++){
let value=firstRows[i].getValue(column.id);
if(Object.prototype.toString.call(value)===`[object Date]`){
sortFnName=`datetime`;
break}
if(typeof value==`string`&&(isString=!0,value.split(reSplitAlphaNumeric).length>1)){
sortFnName=`alphanumeric`;
break}}
if(!sortFnName&&isString&&(sortFnName=`text`),sortFnName){
let sortFn=sortFns?.[sortFnName];
if(sortFn||sortFnName===`alphanumeric`&&(sortFn=sortFns?.text),sortFn)return sortFn}
return sortFn_basic}
function column_getAutoSortDir(column){
let firstRows=column.table.getFilteredRowModel().flatRows.slice(0,10);
for(let i=0;i<firstRows.length;i++){
let value=firstRows[i].getValue(column.id);
if(value!=null)return typeof value==`string`?`asc`:`desc`}
return`desc`}
function column_getSortFn(column){
let sortFns=column.table._rowModelFns.sortFns;
return isFunction(column.columnDef.sortFn)?column.columnDef.sortFn:column.columnDef.sortFn===`auto`?column_getAutoSortFn(column):sortFns?.[column.columnDef.sortFn]??sortFn_basic}
function column_toggleSorting(column,desc,multi){
let nextSortingOrder=column_getNextSortingOrder(column,multi&&column_getCanMultiSort(column)),hasManualValue=desc!==void 0;
table_setSorting(column.table,old=>{
let existingIndex=old.findIndex(d=>d.id===column.id),existingSorting=existingIndex===-1?void 0:old[existingIndex],newSorting=[],sortAction,nextDesc=hasManualValue?desc:nextSortingOrder===`desc`,isMultiMode=!!(old.length&&column_getCanMultiSort(column)&&multi);
return sortAction=isMultiMode?existingSorting?`toggle`:`add`:existingSorting?`toggle`:`replace`,sortAction===`toggle`&&(hasManualValue||nextSortingOrder||(sortAction=`remove`)),sortAction===`add`?(newSorting=[...old,{id:column.id,desc:nextDesc}],newSorting.splice(0,newSorting.length-(column.table.options.maxMultiSortColCount??2**53-1))):newSorting=sortAction===`toggle`?isMultiMode?old.map(d=>d.id===column.id?{...d,desc:nextDesc}:d):[{id:column.id,desc:nextDesc}]:sortAction===`remove`?isMultiMode?old.filter(d=>d.id!==column.id):[]:[{id:column.id,desc:nextDesc}],newSorting})}
function column_getFirstSortDir(column){
return column.columnDef.sortDescFirst??column.table.options.sortDescFirst??column_getAutoSortDir(column)===`desc`?`desc`:`asc`}
function column_getNextSortingOrder(column,multi){
let firstSortDirection=column_getFirstSortDir(column),isSorted=column_getIsSorted(column);
return isSorted?isSorted!==firstSortDirection&&(column.table.options.enableSortingRemoval??!0)&&(!multi||(column.table.options.enableMultiRemove??!0))?!1:isSorted===`desc`?`asc`:`desc`:firstSortDirection}
function column_getCanSort(column){
return(column.columnDef.enableSorting??!0)&&(column.table.options.enableSorting??!0)&&!!column.accessorFn}
function column_getCanMultiSort(column){
return column.columnDef.enableMultiSort??column.table.options.enableMultiSort??!!column.accessorFn}
function column_getIsSorted(column){
let columnSort=column.table.atoms.sorting?.get()?.find(d=>d.id===column.id);
return columnSort?columnSort.desc?`desc`:`asc`:!1}
function column_getSortIndex(column){
return column.table.atoms.sorting?.get()?.findIndex(d=>d.id===column.id)??-1}
function column_clearSorting(column){
table_setSorting(column.table,old=>old.length?old.filter(d=>d.id!==column.id):[])}
function column_getToggleSortingHandler(column){
let canSort=column_getCanSort(column);
return e=>{
canSort&&column_toggleSorting(column,void 0,column_getCanMultiSort(column)?column.table.options.isMultiSortEvent?.(e):!1)}}
var rowSortingFeature={getInitialState(initialState){
return{sorting:getDefaultSortingState(),...initialState}},getDefaultColumnDef(){
return{sortFn:`auto`,sortUndefined:1}},getDefaultTableOptions(table){
return{autoResetSorting:!1,onSortingChange:makeStateUpdater(`sorting`,table),isMultiSortEvent:e=>e.shiftKey}},assignColumnPrototype(prototype,table){
assignPrototypeAPIs(`rowSortingFeature`,prototype,table,{column_getAutoSortFn:{fn:column=>column_getAutoSortFn(column)},column_getAutoSortDir:{fn:column=>column_getAutoSortDir(column)},column_getSortFn:{fn:column=>column_getSortFn(column)},column_toggleSorting:{fn:(column,desc,multi)=>column_toggleSorting(column,desc,multi)},column_getFirstSortDir:{fn:column=>column_getFirstSortDir(column)},column_getNextSortingOrder:{fn:(column,multi)=>column_getNextSortingOrder(column,multi)},column_getCanSort:{fn:column=>column_getCanSort(column)},column_getCanMultiSort:{fn:column=>column_getCanMultiSort(column)},column_getIsSorted:{fn:column=>column_getIsSorted(column)},column_getSortIndex:{fn:column=>column_getSortIndex(column)},column_clearSorting:{fn:column=>column_clearSorting(column)},column_getToggleSortingHandler:{fn:column=>column_getToggleSortingHandler(column)}})},constructTableAPIs(table){
assignTableAPIs(`rowSortingFeature`,table,{table_autoResetSorting:{fn:()=>table_autoResetSorting(table)},table_setSorting:{fn:updater=>table_setSorting(table,updater)},table_resetSorting:{fn:defaultState=>table_resetSorting(table,defaultState)}})}};
function createSortedRowModel(){
return _table=>{
let table=_table;
return tableMemo({feature:`rowSortingFeature`,table,fnName:`table.getSortedRowModel`,memoDeps:()=>[table.atoms.sorting?.get(),table.getPreSortedRowModel()],fn:()=>_createSortedRowModel(table),onAfterUpdate:skipFirstRun(()=>autoResetPageIndex(table))})}}
function _createSortedRowModel(table){
let preSortedRowModel=table.getPreSortedRowModel(),sorting=table.atoms.sorting?.get();
if(!preSortedRowModel.rows.length||!sorting?.length)return preSortedRowModel;
let sortedFlatRows=[],availableSorting=sorting.filter(sort=>{
let column=table.getColumn(sort.id);
return column?column_getCanSort(column):!1});
if(!availableSorting.length)return preSortedRowModel;
let resolvedSorting=[];
for(let i=0;i<availableSorting.length;i++){
let sortEntry=availableSorting[i],column=table.getColumn(sortEntry.id);
column&&resolvedSorting.push({id:sortEntry.id,desc:sortEntry.desc,sortUndefined:column.columnDef.sortUndefined,invertSorting:column.columnDef.invertSorting,sortFn:column_getSortFn(column)})}
let compareRows=(rowA,rowB)=>{
for(let i=0;i<resolvedSorting.length;i++){
let sortEntry=resolvedSorting[i],sortUndefined=sortEntry.sortUndefined,isDesc=sortEntry.desc,sortInt=0;
if(sortUndefined){
let aValue=rowA.getValue(sortEntry.id),bValue=rowB.getValue(sortEntry.id),aUndefined=aValue===void 0,bUndefined=bValue===void 0;
if(aUndefined&&bUndefined)continue;
if(aUndefined||bUndefined){
if(sortUndefined===`first`)return aUndefined?-1:1;
if(sortUndefined===`last`)return aUndefined?1:-1;
sortInt=aUndefined?sortUndefined:-sortUndefined}}
if(sortInt===0&&(sortInt=sortEntry.sortFn(rowA,rowB,sortEntry.id)),sortInt!==0)return isDesc&&(sortInt*=-1),sortEntry.invertSorting&&(sortInt*=-1),sortInt}
return rowA.index-rowB.index},sortData=rows=>{
let sortedData=rows.slice();
sortedData.sort(compareRows);
let changed=!1;
for(let i=0;i<sortedData.length;i++){
let row=sortedData[i];
row!==rows[i]&&(changed=!0);
let flatIndex=sortedFlatRows.length;
if(sortedFlatRows.push(row),row.subRows.length){
let sortedSubRows=sortData(row.subRows);
if(sortedSubRows.changed){
let cloned=Object.create(Object.getPrototypeOf(row));
copyInstancePropertiesWithoutMemos(cloned,row),cloned.subRows=sortedSubRows.rows,sortedData[i]=cloned,sortedFlatRows[flatIndex]=cloned,changed=!0}}}
return{rows:sortedData,changed}};
return{rows:sortData(preSortedRowModel.rows).rows,flatRows:sortedFlatRows,rowsById:preSortedRowModel.rowsById}}
var useIsomorphicLayoutEffect=typeof window>`u`?import_react.useEffect:import_react.useLayoutEffect;
function useTable(tableOptions,selector){
let[{table,rootSource}]=(0,import_react.useState)(()=>{
let tableInstance=constructTable({...tableOptions,features:{coreReactivityFeature:reactReactivity(),...tableOptions.features}});
return tableInstance.Subscribe=(props=>Subscribe({...props,source:props.source??tableInstance.store})),tableInstance.FlexRender=FlexRender,{table:tableInstance,rootSource:createRenderPhaseSource(tableInstance.store,shallow)}}),coreTable=table;
table_setOptions(coreTable,prev=>({...prev,...tableOptions}),{syncExternalState:!1});
let controlledState=coreTable.options.state,renderSnapshot=rootSource.get(),state=useSelector(rootSource,selector,{compare:shallow});
return useIsomorphicLayoutEffect(()=>{
rootSource.markCommitted(renderSnapshot),table_publishExternalState(coreTable,controlledState??null,shallow)}),(0,import_react.useMemo)(()=>({...table,options:tableOptions,state}),[table,tableOptions,state])}
export{columnSizingFeature as a,columnVisibilityFeature as i,createSortedRowModel as n,tableFeatures as o,rowSortingFeature as r,useVirtualizer as s,useTable as t};
