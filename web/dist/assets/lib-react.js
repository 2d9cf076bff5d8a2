import{r as __toESM,t as __commonJSMin}from"./rolldown-runtime.js";
var require_react_production=__commonJSMin((exports=>{
var REACT_ELEMENT_TYPE=Symbol.for(`react.transitional.element`),REACT_PORTAL_TYPE=Symbol.for(`react.portal`),REACT_FRAGMENT_TYPE=Symbol.for(`react.fragment`),REACT_STRICT_MODE_TYPE=Symbol.for(`react.strict_mode`),REACT_PROFILER_TYPE=Symbol.for(`react.profiler`),REACT_CONSUMER_TYPE=Symbol.for(`react.consumer`),REACT_CONTEXT_TYPE=Symbol.for(`react.context`),REACT_FORWARD_REF_TYPE=Symbol.for(`react.forward_ref`),REACT_SUSPENSE_TYPE=Symbol.for(`react.suspense`),REACT_MEMO_TYPE=Symbol.for(`react.memo`),REACT_LAZY_TYPE=Symbol.for(`react.lazy`),REACT_ACTIVITY_TYPE=Symbol.for(`react.activity`),REACT_VIEW_TRANSITION_TYPE=Symbol.for(`react.view_transition`),MAYBE_ITERATOR_SYMBOL=Symbol.iterator;
function getIteratorFn(maybeIterable){
return typeof maybeIterable!=`object`||!maybeIterable?null:(maybeIterable=MAYBE_ITERATOR_SYMBOL&&maybeIterable[MAYBE_ITERATOR_SYMBOL]||maybeIterable[`@@iterator`],typeof maybeIterable==`function`?maybeIterable:null)}
var ReactNoopUpdateQueue={isMounted:function(){
return!1},enqueueForceUpdate:function(){},enqueueReplaceState:function(){},enqueueSetState:function(){}},assign=Object.assign,emptyObject={};
function Component(props,context,updater){
this.props=props,this.context=context,this.refs=emptyObject,this.updater=updater||ReactNoopUpdateQueue}
Component.prototype.isReactComponent={},Component.prototype.setState=function(partialState,callback){
if(typeof partialState!=`object`&&typeof partialState!=`function`&&partialState!=null)throw Error(`takes an object of state variables to update or a function which returns an object of state variables.`);
this.updater.enqueueSetState(this,partialState,callback,`setState`)},Component.prototype.forceUpdate=function(callback){
this.updater.enqueueForceUpdate(this,callback,`forceUpdate`)};
function ComponentDummy(){}
ComponentDummy.prototype=Component.prototype;
function PureComponent(props,context,updater){
this.props=props,this.context=context,this.refs=emptyObject,this.updater=updater||ReactNoopUpdateQueue}
var pureComponentPrototype=PureComponent.prototype=new ComponentDummy;
pureComponentPrototype.constructor=PureComponent,assign(pureComponentPrototype,Component.prototype),pureComponentPrototype.isPureReactComponent=!0;
var isArrayImpl=Array.isArray;
function noop(){}
var ReactSharedInternals={H:null,A:null,T:null,S:null},hasOwnProperty=Object.prototype.hasOwnProperty;
function ReactElement(type,key,props){
var refProp=props.ref;
return{$$typeof:REACT_ELEMENT_TYPE,type,key,ref:refProp===void 0?null:refProp,props}}
function cloneAndReplaceKey(oldElement,newKey){
return ReactElement(oldElement.type,newKey,oldElement.props)}
function isValidElement(object){
return typeof object==`object`&&!!object&&object.$$typeof===REACT_ELEMENT_TYPE}
function escape(key){
var escaperLookup={"=":`=0`,":":`=2`};
return`$`+key.replace(/[=:]/g,function(match){
return escaperLookup[match]})}
var userProvidedKeyEscapeRegex=/\/+/g;
function getElementKey(element,index){
return typeof element==`object`&&element&&element.key!=null?escape(``+element.key):index.toString(36)}
function resolveThenable(thenable){
switch(thenable.status){
case`fulfilled`:
return thenable.value;
case`rejected`:
throw thenable.reason;
default:
switch(typeof thenable.status==`string`?thenable.then(noop,noop):(thenable.status=`pending`,thenable.then(function(fulfilledValue){
thenable.status===`pending`&&(thenable.status=`fulfilled`,thenable.value=fulfilledValue)},function(error){
thenable.status===`pending`&&(thenable.status=`rejected`,thenable.reason=error)})),thenable.status){
case`fulfilled`:
return thenable.value;
case`rejected`:
throw thenable.reason}}
throw thenable}
function mapIntoArray(children,array,escapedPrefix,nameSoFar,callback){
var type=typeof children;
(type===`undefined`||type===`boolean`)&&(children=null);
var invokeCallback=!1;
if(children===null)invokeCallback=!0;else switch(type){
case`bigint`:
case`string`:
case`number`:
invokeCallback=!0;
break;
case`object`:
switch(children.$$typeof){
case REACT_ELEMENT_TYPE:
case REACT_PORTAL_TYPE:
invokeCallback=!0;
break;
case REACT_LAZY_TYPE:
return invokeCallback=children._init,mapIntoArray(invokeCallback(children._payload),array,escapedPrefix,nameSoFar,callback)}}
if(invokeCallback)return callback=callback(children),invokeCallback=nameSoFar===``?`.`+getElementKey(children,0):nameSoFar,isArrayImpl(callback)?(escapedPrefix=``,invokeCallback!=null&&(escapedPrefix=invokeCallback.replace(userProvidedKeyEscapeRegex,`$&/`)+`/`),mapIntoArray(callback,array,escapedPrefix,``,function(c){
return c})):callback!=null&&(isValidElement(callback)&&(callback=cloneAndReplaceKey(callback,escapedPrefix+(callback.key==null||children&&children.key===callback.key?``:(``+callback.key).replace(userProvidedKeyEscapeRegex,`$&/`)+`/`)+invokeCallback)),array.push(callback)),1;
invokeCallback=0;
var nextNamePrefix=nameSoFar===``?`.`:nameSoFar+`:`;
if(isArrayImpl(children))for(var i=0;i<children.length;i++)nameSoFar=children[i],type=nextNamePrefix+getElementKey(nameSoFar,i),invokeCallback+=mapIntoArray(nameSoFar,array,escapedPrefix,type,callback);else if(i=getIteratorFn(children),typeof i==`function`)for(children=i.call(children),i=0;!(nameSoFar=children.next()).done;)nameSoFar=nameSoFar.value,type=nextNamePrefix+getElementKey(nameSoFar,i++),invokeCallback+=mapIntoArray(nameSoFar,array,escapedPrefix,type,callback);else if(type===`object`){
if(typeof children.then==`function`)return mapIntoArray(resolveThenable(children),array,escapedPrefix,nameSoFar,callback);
throw array=String(children),Error(`Objects are not valid as a React child (found: `+(array===`[object Object]`?`object with keys {`+Object.keys(children).join(`, `)+`}`:array)+`). If you meant to render a collection of children, use an array instead.`)}
return invokeCallback}
function mapChildren(children,func,context){
if(children==null)return children;
var result=[],count=0;
return mapIntoArray(children,result,``,``,function(child){
return func.call(context,child,count++)}),result}
function lazyInitializer(payload){
if(payload._status===-1){
var ctor=payload._result,thenable=ctor();
thenable.then(function(moduleObject){
(payload._status===0||payload._status===-1)&&(payload._status=1,payload._result=moduleObject,thenable.status===void 0&&(thenable.status=`fulfilled`,thenable.value=moduleObject))},function(error){
(payload._status===0||payload._status===-1)&&(payload._status=2,payload._result=error,thenable.status===void 0&&(thenable.status=`rejected`,thenable.reason=error))}),payload._status===-1&&(payload._status=0,payload._result=thenable)}
if(payload._status===1)return payload._result.default;
throw payload._result}
var reportGlobalError=typeof reportError==`function`?reportError:function(error){
if(typeof window==`object`&&typeof window.ErrorEvent==`function`){
var event=new window.ErrorEvent(`error`,{bubbles:!0,cancelable:!0,message:typeof error==`object`&&error&&typeof error.message==`string`?String(error.message):String(error),error});
if(!window.dispatchEvent(event))return}else if(typeof process==`object`&&typeof process.emit==`function`){
process.emit(`uncaughtException`,error);
return}
console.error(error)};
function startTransition(scope){
var prevTransition=ReactSharedInternals.T,currentTransition={};
currentTransition.types=prevTransition===null?null:prevTransition.types,ReactSharedInternals.T=currentTransition;
try{
var returnValue=scope(),onStartTransitionFinish=ReactSharedInternals.S;
onStartTransitionFinish!==null&&onStartTransitionFinish(currentTransition,returnValue),typeof returnValue==`object`&&returnValue&&typeof returnValue.then==`function`&&returnValue.then(noop,reportGlobalError)}catch(error){
reportGlobalError(error)}finally{
prevTransition!==null&&currentTransition.types!==null&&(prevTransition.types=currentTransition.types),ReactSharedInternals.T=prevTransition}}
function addTransitionType(type){
var transition=ReactSharedInternals.T;
if(transition!==null){
var transitionTypes=transition.types;
transitionTypes===null?transition.types=[type]:transitionTypes.indexOf(type)===-1&&transitionTypes.push(type)}else startTransition(addTransitionType.bind(null,type))}
var Children={map:mapChildren,forEach:function(children,forEachFunc,forEachContext){
mapChildren(children,function(){
forEachFunc.apply(this,arguments)},forEachContext)},count:function(children){
var n=0;
return mapChildren(children,function(){
n++}),n},toArray:function(children){
return mapChildren(children,function(child){
return child})||[]},only:function(children){
if(!isValidElement(children))throw Error(`React.Children.only expected to receive a single React element child.`);
return children}};
exports.Activity=REACT_ACTIVITY_TYPE,exports.Children=Children,exports.Component=Component,exports.Fragment=REACT_FRAGMENT_TYPE,exports.Profiler=REACT_PROFILER_TYPE,exports.PureComponent=PureComponent,exports.StrictMode=REACT_STRICT_MODE_TYPE,exports.Suspense=REACT_SUSPENSE_TYPE,exports.ViewTransition=REACT_VIEW_TRANSITION_TYPE,exports.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=ReactSharedInternals,exports.__COMPILER_RUNTIME={__proto__:null,c:function(size){
return ReactSharedInternals.H.useMemoCache(size)}},exports.addTransitionType=addTransitionType,exports.cache=function(fn){
return function(){
return fn.apply(null,arguments)}},exports.cacheSignal=function(){
return null},exports.cloneElement=function(element,config,children){
if(element==null)throw Error(`The argument must be a React element, but you passed `+element+`.`);
var props=assign({},element.props),key=element.key;
if(config!=null)for(propName in config.key!==void 0&&(key=``+config.key),config)!hasOwnProperty.call(config,propName)||propName===`key`||propName===`__self`||propName===`__source`||propName===`ref`&&config.ref===void 0||(props[propName]=config[propName]);
var propName=arguments.length-2;
if(propName===1)props.children=children;else if(1<propName){
for(var childArray=Array(propName),i=0;i<propName;i++)childArray[i]=arguments[i+2];
props.children=childArray}
return ReactElement(element.type,key,props)},exports.createContext=function(defaultValue){
return defaultValue={$$typeof:REACT_CONTEXT_TYPE,_currentValue:defaultValue,_currentValue2:defaultValue,_threadCount:0,Provider:null,Consumer:null},defaultValue.Provider=defaultValue,defaultValue.Consumer={$$typeof:REACT_CONSUMER_TYPE,_context:defaultValue},defaultValue},exports.createElement=function(type,config,children){
var propName,props={},key=null;
if(config!=null)for(propName in config.key!==void 0&&(key=``+config.key),config)hasOwnProperty.call(config,propName)&&propName!==`key`&&propName!==`__self`&&propName!==`__source`&&(props[propName]=config[propName]);
var childrenLength=arguments.length-2;
if(childrenLength===1)props.children=children;else if(1<childrenLength){
for(var childArray=Array(childrenLength),i=0;i<childrenLength;i++)childArray[i]=arguments[i+2];
props.children=childArray}
if(type&&type.defaultProps)for(propName in childrenLength=type.defaultProps,childrenLength)props[propName]===void 0&&(props[propName]=childrenLength[propName]);
return ReactElement(type,key,props)},exports.createRef=function(){
return{current:null}},exports.forwardRef=function(render){
return{$$typeof:REACT_FORWARD_REF_TYPE,render}},exports.isValidElement=isValidElement,exports.lazy=function(ctor){
return{$$typeof:REACT_LAZY_TYPE,_payload:{_status:-1,_result:ctor},_init:lazyInitializer}},exports.memo=function(type,compare){
return{$$typeof:REACT_MEMO_TYPE,type,compare:compare===void 0?null:compare}},exports.startTransition=startTransition,exports.unstable_useCacheRefresh=function(){
return ReactSharedInternals.H.useCacheRefresh()},exports.use=function(usable){
return ReactSharedInternals.H.use(usable)},exports.useActionState=function(action,initialState,permalink){
return ReactSharedInternals.H.useActionState(action,initialState,permalink)},exports.useCallback=function(callback,deps){
return ReactSharedInternals.H.useCallback(callback,deps)},exports.useContext=function(Context){
return ReactSharedInternals.H.useContext(Context)},exports.useDebugValue=function(){},exports.useDeferredValue=function(value,initialValue){
return ReactSharedInternals.H.useDeferredValue(value,initialValue)},exports.useEffect=function(create,deps){
return ReactSharedInternals.H.useEffect(create,deps)},exports.useEffectEvent=function(callback){
return ReactSharedInternals.H.useEffectEvent(callback)},exports.useId=function(){
return ReactSharedInternals.H.useId()},exports.useImperativeHandle=function(ref,create,deps){
return ReactSharedInternals.H.useImperativeHandle(ref,create,deps)},exports.useInsertionEffect=function(create,deps){
return ReactSharedInternals.H.useInsertionEffect(create,deps)},exports.useLayoutEffect=function(create,deps){
return ReactSharedInternals.H.useLayoutEffect(create,deps)},exports.useMemo=function(create,deps){
return ReactSharedInternals.H.useMemo(create,deps)},exports.useOptimistic=function(passthrough,reducer){
return ReactSharedInternals.H.useOptimistic(passthrough,reducer)},exports.useReducer=function(reducer,initialArg,init){
return ReactSharedInternals.H.useReducer(reducer,initialArg,init)},exports.useRef=function(initialValue){
return ReactSharedInternals.H.useRef(initialValue)},exports.useState=function(initialState){
return ReactSharedInternals.H.useState(initialState)},exports.useSyncExternalStore=function(subscribe,getSnapshot,getServerSnapshot){
return ReactSharedInternals.H.useSyncExternalStore(subscribe,getSnapshot,getServerSnapshot)},exports.useTransition=function(){
return ReactSharedInternals.H.useTransition()},exports.version=`19.3.1`})),require_react=__commonJSMin(((exports,module)=>{
module.exports=require_react_production()})),require_react_jsx_runtime_production=__commonJSMin((exports=>{
var REACT_ELEMENT_TYPE=Symbol.for(`react.transitional.element`),REACT_FRAGMENT_TYPE=Symbol.for(`react.fragment`);
function jsxProd(type,config,maybeKey){
var key=null;
if(maybeKey!==void 0&&(key=``+maybeKey),config.key!==void 0&&(key=``+config.key),`key`in config)for(var propName in maybeKey={},config)propName!==`key`&&(maybeKey[propName]=config[propName]);else maybeKey=config;
return config=maybeKey.ref,{$$typeof:REACT_ELEMENT_TYPE,type,key,ref:config===void 0?null:config,props:maybeKey}}
exports.Fragment=REACT_FRAGMENT_TYPE,exports.jsx=jsxProd,exports.jsxs=jsxProd})),require_jsx_runtime=__commonJSMin(((exports,module)=>{
module.exports=require_react_jsx_runtime_production()})),import_react=__toESM(require_react(),1),import_jsx_runtime=require_jsx_runtime(),QueryClientContext=import_react.createContext(void 0),useQueryClient=queryClient=>{
let client=import_react.useContext(QueryClientContext);
if(queryClient)return queryClient;
if(!client)throw Error(`No QueryClient set, use QueryClientProvider to set one`);
return client},QueryClientProvider=({client,children})=>(import_react.useEffect(()=>(client.mount(),()=>{
client.unmount()}),[client]),(0,import_jsx_runtime.jsx)(QueryClientContext.Provider,{value:client,children})),defaultTimeoutProvider={setTimeout:(callback,delay)=>setTimeout(callback,delay),clearTimeout:timeoutId=>clearTimeout(timeoutId),setInterval:(callback,delay)=>setInterval(callback,delay),clearInterval:intervalId=>clearInterval(intervalId)},timeoutManager=new class{
#provider=defaultTimeoutProvider;
setTimeoutProvider(provider){
this.#provider=provider}
setTimeout(callback,delay){
return this.#provider.setTimeout(callback,delay)}
clearTimeout(timeoutId){
this.#provider.clearTimeout(timeoutId)}
setInterval(callback,delay){
return this.#provider.setInterval(callback,delay)}
clearInterval(intervalId){
this.#provider.clearInterval(intervalId)}};
function systemSetTimeoutZero(callback){
setTimeout(callback,0)}
var isServer$1=typeof window>`u`||`Deno`in globalThis;
function noop(){}
function functionalUpdate$1(updater,input){
return typeof updater==`function`?updater(input):updater}
function isValidTimeout(value){
return typeof value==`number`&&value>=0&&value!==1/0}
function timeUntilStale(updatedAt,staleTime){
return Math.max(updatedAt+(staleTime||0)-Date.now(),0)}
function resolveQueryValue(value,query){
return typeof value==`function`?value(query):value}
function matchQuery(filters,query){
let{type=`all`,exact,fetchStatus,predicate,queryKey,stale}=filters;
if(queryKey){
if(exact){
if(query.queryHash!==hashQueryKeyByOptions(queryKey,query.options))return!1}else if(!partialMatchKey(query.queryKey,queryKey))return!1}
if(type!==`all`){
let isActive=query.isActive();
if(type===`active`&&!isActive||type===`inactive`&&isActive)return!1}
return!(typeof stale==`boolean`&&query.isStale()!==stale||fetchStatus&&fetchStatus!==query.state.fetchStatus||predicate&&!predicate(query))}
function matchMutation(filters,mutation){
let{exact,status,predicate,mutationKey}=filters;
if(mutationKey){
if(!mutation.options.mutationKey)return!1;
if(exact){
if(hashKey(mutation.options.mutationKey)!==hashKey(mutationKey))return!1}else if(!partialMatchKey(mutation.options.mutationKey,mutationKey))return!1}
return!(status&&mutation.state.status!==status||predicate&&!predicate(mutation))}
function hashQueryKeyByOptions(queryKey,options){
return(options?.queryKeyHashFn||hashKey)(queryKey)}
function hashKey(queryKey){
return JSON.stringify(queryKey,(_,val)=>isPlainObject$1(val)?Object.keys(val).sort().reduce((result,key)=>(result[key]=val[key],result),{}):val)}
function partialMatchKey(a,b){
if(a===b)return!0;
if(typeof a!=typeof b)return!1;
if(a&&b&&typeof a==`object`&&typeof b==`object`){
if(Array.isArray(a)&&Array.isArray(b)){
if(b.length>a.length)return!1;
for(let i=0;i<b.length;i++)if(!partialMatchKey(a[i],b[i]))return!1;
return!0}
let bKeys=Object.keys(b);
for(let key of bKeys)if(!partialMatchKey(a[key],b[key]))return!1;
return!0}
return!1}
var hasOwn$1=Object.prototype.hasOwnProperty;
function replaceEqualDeep$1(a,b,depth=0){
if(a===b)return a;
if(depth>500)return b;
let array=isPlainArray(a)&&isPlainArray(b);
if(!array&&!(isPlainObject$1(a)&&isPlainObject$1(b)))return b;
let aSize=(array?a:Object.keys(a)).length,bItems=array?b:Object.keys(b),bSize=bItems.length,copy=array?Array(bSize):{},equalItems=0;
for(let i=0;i<bSize;i++){
let key=array?i:bItems[i],aItem=a[key],bItem=b[key];
if(aItem===bItem){
copy[key]=aItem,(array?i<aSize:hasOwn$1.call(a,key))&&equalItems++;
continue}
if(aItem===null||bItem===null||typeof aItem!=`object`||typeof bItem!=`object`){
copy[key]=bItem;
continue}
let v=replaceEqualDeep$1(aItem,bItem,depth+1);
copy[key]=v,v===aItem&&equalItems++}
return aSize===bSize&&equalItems===aSize?a:copy}
function shallowEqualObjects(a,b){
if(!b||Object.keys(a).length!==Object.keys(b).length)return!1;
for(let key of Object.keys(a))if(!hasOwn$1.call(b,key)||a[key]!==b[key])return!1;
return!0}
function isPlainArray(value){
return Array.isArray(value)&&value.length===Object.keys(value).length}
function isPlainObject$1(o){
if(!hasObjectPrototype(o))return!1;
let objectPrototype=Object.getPrototypeOf(o),ctor=objectPrototype?.constructor;
if(ctor===void 0)return!0;
if(typeof ctor!=`function`)return!1;
let prot=ctor.prototype;
return!(!hasObjectPrototype(prot)||!prot.hasOwnProperty(`isPrototypeOf`)||objectPrototype!==Object.prototype)}
function hasObjectPrototype(o){
return Object.prototype.toString.call(o)===`[object Object]`}
function sleep(timeout){
return new Promise(resolve=>{
timeoutManager.setTimeout(resolve,timeout)})}
function replaceData(prevData,data,options){
return typeof options.structuralSharing==`function`?options.structuralSharing(prevData,data):options.structuralSharing===!1?data:replaceEqualDeep$1(prevData,data)}
function keepPreviousData(previousData){
return previousData}
function addToEnd(items,item,max=0){
let newItems=[...items,item];
return max&&newItems.length>max?newItems.slice(-max):newItems}
function addToStart(items,item,max=0){
let newItems=[item,...items];
return max&&newItems.length>max?newItems.slice(0,max):newItems}
var skipToken=Symbol();
function ensureQueryFn(options,fetchOptions){
return!options.queryFn&&fetchOptions?.initialPromise?()=>fetchOptions.initialPromise:!options.queryFn||options.queryFn===skipToken?()=>Promise.reject(Error(`Missing queryFn: '${options.queryHash}'`)):options.queryFn}
function shouldThrowError(throwOnError,params){
return typeof throwOnError==`function`?throwOnError(...params):!!throwOnError}
var fetchSignal=Symbol();
function addConsumeAwareSignal(object,getSignal,onCancelled,internalSignal){
let consumed=!1,signal;
return Object.defineProperties(object,{[fetchSignal]:{value:internalSignal},signal:{enumerable:!0,get:()=>(signal??=getSignal(),consumed||(consumed=!0,signal.aborted?onCancelled():signal.addEventListener(`abort`,onCancelled,{once:!0})),signal)}}),object}
var isServerFn=()=>isServer$1,isServer=()=>isServerFn(),Subscribable=class{
constructor(){
this.listeners=new Set,this.subscribe=this.subscribe.bind(this)}
subscribe(listener){
return this.listeners.add(listener),this.onSubscribe(),()=>{
this.listeners.delete(listener),this.onUnsubscribe()}}
hasListeners(){
return this.listeners.size>0}
onSubscribe(){}
onUnsubscribe(){}},focusManager=new class extends Subscribable{
#focused;
#cleanup;
#setup;
constructor(){
super(),this.#setup=onFocus=>{
if(typeof window<`u`&&window.addEventListener){
let listener=()=>onFocus();
return window.addEventListener(`visibilitychange`,listener,!1),()=>{
window.removeEventListener(`visibilitychange`,listener)}}}}
onSubscribe(){
this.#cleanup||this.setEventListener(this.#setup)}
onUnsubscribe(){
this.hasListeners()||(this.#cleanup?.(),this.#cleanup=void 0)}
setEventListener(setup){
this.#setup=setup,this.#cleanup?.(),this.#cleanup=setup(focused=>{
typeof focused==`boolean`?this.setFocused(focused):this.onFocus()})}
setFocused(focused){
this.#focused!==focused&&(this.#focused=focused,this.onFocus())}
onFocus(){
let isFocused=this.isFocused();
this.listeners.forEach(listener=>{
listener(isFocused)})}
isFocused(){
return typeof this.#focused==`boolean`?this.#focused:globalThis.document?.visibilityState!==`hidden`}},defaultScheduler=systemSetTimeoutZero;
function createNotifyManager(){
let queue=[],transactions=0,notifyFn=callback=>{
callback()},batchNotifyFn=callback=>{
callback()},scheduleFn=defaultScheduler,schedule=callback=>{
transactions?queue.push(callback):scheduleFn(()=>{
notifyFn(callback)})},flush=()=>{
let originalQueue=queue;
queue=[],originalQueue.length&&scheduleFn(()=>{
batchNotifyFn(()=>{
originalQueue.forEach(callback=>{
notifyFn(callback)})})})};
return{batch:callback=>{
let result;
transactions++;
try{
result=callback()}finally{
transactions--,transactions||flush()}
return result},batchCalls:callback=>(...args)=>{
schedule(()=>{
callback(...args)})},schedule,setNotifyFunction:fn=>{
notifyFn=fn},setBatchNotifyFunction:fn=>{
batchNotifyFn=fn},setScheduler:fn=>{
scheduleFn=fn}}}
var notifyManager=createNotifyManager(),onlineManager=new class extends Subscribable{
#online=!0;
#cleanup;
#setup;
constructor(){
super(),this.#setup=onOnline=>{
if(typeof window<`u`&&window.addEventListener){
let onlineListener=()=>onOnline(!0),offlineListener=()=>onOnline(!1);
return window.addEventListener(`online`,onlineListener,!1),window.addEventListener(`offline`,offlineListener,!1),()=>{
window.removeEventListener(`online`,onlineListener),window.removeEventListener(`offline`,offlineListener)}}}}
onSubscribe(){
this.#cleanup||this.setEventListener(this.#setup)}
onUnsubscribe(){
this.hasListeners()||(this.#cleanup?.(),this.#cleanup=void 0)}
setEventListener(setup){
this.#setup=setup,this.#cleanup?.(),this.#cleanup=setup(this.setOnline.bind(this))}
setOnline(online){
this.#online!==online&&(this.#online=online,this.listeners.forEach(listener=>{
listener(online)}))}
isOnline(){
return this.#online}};
function defaultRetryDelay(failureCount){
return Math.min(1e3*2**failureCount,3e4)}
function canFetch(networkMode){
return(networkMode??`online`)!==`online`||onlineManager.isOnline()}
var CancelledError=class extends Error{
constructor(options){
super(`CancelledError`),this.revert=options?.revert,this.silent=options?.silent}};
function createRetryer(config){
let isRetryCancelled=!1,failureCount=0,continueFn,status=`pending`,promiseResolve,promiseReject,promise=new Promise((resolve,reject)=>{
promiseResolve=resolve,promiseReject=reject});
promise.catch(noop);
let isResolved=()=>status!==`pending`,cancel=cancelOptions=>{
if(!isResolved()){
let error=new CancelledError(cancelOptions);
reject(error),config.onCancel?.(error)}},cancelRetry=()=>{
isRetryCancelled=!0},continueRetry=()=>{
isRetryCancelled=!1},canContinue=()=>focusManager.isFocused()&&(config.networkMode===`always`||onlineManager.isOnline())&&config.canRun(),canStart=()=>canFetch(config.networkMode)&&config.canRun(),resolve=value=>{
isResolved()||(continueFn?.(),status=`resolved`,promiseResolve(value))},reject=value=>{
isResolved()||(continueFn?.(),status=`rejected`,promiseReject(value))},pause=canResume=>new Promise(continueResolve=>{
continueFn=value=>{
(isResolved()||canResume())&&continueResolve(value)},config.onPause?.()}).then(()=>{
continueFn=void 0,isResolved()||config.onContinue?.()}),run=()=>{
if(isResolved())return;
let promiseOrValue,initialPromise=failureCount===0?config.initialPromise:void 0;
try{
promiseOrValue=initialPromise??config.fn()}catch(error){
promiseOrValue=Promise.reject(error)}
Promise.resolve(promiseOrValue).then(resolve).catch(error=>{
if(isResolved())return;
let retry=config.retry??(isServer()?0:3),retryDelay=config.retryDelay??defaultRetryDelay,delay=typeof retryDelay==`function`?retryDelay(failureCount,error):retryDelay,shouldRetry=retry===!0||typeof retry==`number`&&failureCount<retry||typeof retry==`function`&&retry(failureCount,error);
isRetryCancelled||!shouldRetry?reject(error):(failureCount++,config.onFail?.(failureCount,error),sleep(delay).then(()=>isResolved()||canContinue()?void 0:pause(canContinue)).then(()=>{
isRetryCancelled?reject(error):run()}))})};
return{promise,status:()=>status,cancel,continue:()=>(continueFn?.(),promise),cancelRetry,continueRetry,canStart,start:()=>(canStart()?run():pause(canStart).then(run),promise)}}
function infiniteQueryBehavior(pages){
return{onFetch:(context,query)=>{
let options=context.options,direction=context.fetchOptions?.meta?.fetchMore?.direction,oldPages=context.state.data?.pages||[],oldPageParams=context.state.data?.pageParams||[],result={pages:[],pageParams:[]},currentPage=0,fetchFn=async()=>{
let cancelled=!1,signalContext=context,addSignalProperty=object=>{
addConsumeAwareSignal(object,()=>context.signal,()=>cancelled=!0,signalContext[fetchSignal])},queryFn=ensureQueryFn(context.options,context.fetchOptions),fetchPage=async(data,param,previous)=>{
if(cancelled)return Promise.reject(context.signal.reason);
if(param==null&&data.pages.length)return Promise.resolve(data);
let queryFnContext=(()=>{
let queryFnContext={client:context.client,queryKey:context.queryKey,pageParam:param,direction:previous?`backward`:`forward`,meta:context.options.meta};
return addSignalProperty(queryFnContext),queryFnContext})(),page=await queryFn(queryFnContext),{maxPages}=context.options,addTo=previous?addToStart:addToEnd;
return{pages:addTo(data.pages,page,maxPages),pageParams:addTo(data.pageParams,param,maxPages)}};
if(direction&&oldPages.length){
let previous=direction===`backward`,pageParamFn=previous?getPreviousPageParam:getNextPageParam,oldData={pages:oldPages,pageParams:oldPageParams};
result=await fetchPage(oldData,pageParamFn(options,oldData),previous)}else{
let remainingPages=pages??oldPages.length;
do{
let param=currentPage===0?oldPageParams[0]===void 0?options.initialPageParam:oldPageParams[0]:getNextPageParam(options,result);
if(currentPage>0&&param==null)break;
result=await fetchPage(result,param),currentPage++}while(currentPage<remainingPages)}
return result};
context.fetchFn=context.options.persister?()=>context.options.persister?.(fetchFn,{client:context.client,queryKey:context.queryKey,meta:context.options.meta,signal:context.signal},query):fetchFn}}}
function getNextPageParam(options,{pages,pageParams}){
let lastIndex=pages.length-1;
return pages.length>0?options.getNextPageParam(pages[lastIndex],pages,pageParams[lastIndex],pageParams):void 0}
function getPreviousPageParam(options,{pages,pageParams}){
return pages.length>0?options.getPreviousPageParam?.(pages[0],pages,pageParams[0],pageParams):void 0}
function hasNextPage(options,data){
return data?getNextPageParam(options,data)!=null:!1}
function hasPreviousPage(options,data){
return!data||!options.getPreviousPageParam?!1:getPreviousPageParam(options,data)!=null}
var Removable=class{
#gcTimeout;
destroy(){
this.clearGcTimeout()}
scheduleGc(){
this.clearGcTimeout(),isValidTimeout(this.gcTime)&&(this.#gcTimeout=timeoutManager.setTimeout(()=>{
this.optionalRemove()},this.gcTime))}
updateGcTime(newGcTime){
this.gcTime=Math.max(this.gcTime||0,newGcTime??(isServer()?1/0:3e5))}
clearGcTimeout(){
this.#gcTimeout!==void 0&&(timeoutManager.clearTimeout(this.#gcTimeout),this.#gcTimeout=void 0)}},Query=class extends Removable{
#queryType;
#initialState;
#revertState;
#cache;
#client;
#retryer;
#fetchPromise;
#defaultOptions;
#abortSignalConsumed;
constructor(config){
super(),this.#abortSignalConsumed=!1,this.#defaultOptions=config.defaultOptions,this.setOptions(config.options),this.observers=[],this.#client=config.client,this.#cache=this.#client.getQueryCache(),this.queryKey=config.queryKey,this.queryHash=config.queryHash,this.#initialState=getDefaultState$1(this.options),this.state=config.state??this.#initialState,this.scheduleGc()}
get meta(){
return this.options.meta}
get queryType(){
return this.#queryType}
get promise(){
return this.#retryer?.promise}
setOptions(options){
if(this.options={...this.#defaultOptions,...options},options?._type&&(this.#queryType=options._type),this.updateGcTime(this.options.gcTime),this.state&&this.state.data===void 0){
let defaultState=getDefaultState$1(this.options);
defaultState.data!==void 0&&(this.setState(successState(defaultState.data,defaultState.dataUpdatedAt)),this.#initialState=defaultState)}}
optionalRemove(){
!this.observers.length&&this.state.fetchStatus===`idle`&&this.#cache.remove(this)}
setData(newData,options){
let data=replaceData(this.state.data,newData,this.options);
return this.#dispatch({data,type:`success`,dataUpdatedAt:options?.updatedAt,manual:options?.manual}),data}
setState(state){
this.#dispatch({type:`setState`,state})}
cancel(options){
let promise=this.#retryer?.promise;
return this.#retryer?.cancel(options),promise?promise.then(noop).catch(noop):Promise.resolve()}
destroy(){
super.destroy(),this.cancel({silent:!0})}
get resetState(){
return this.#initialState}
reset(){
this.destroy(),this.setState(this.resetState)}
isActive(){
return this.observers.some(observer=>resolveQueryValue(observer.options.enabled,this)!==!1)}
isDisabled(){
return this.getObserversCount()>0?!this.isActive():this.options.queryFn===skipToken||!this.isFetched()}
isFetched(){
return this.state.dataUpdateCount+this.state.errorUpdateCount>0}
isStatic(){
return this.state.data!==void 0&&this.getObserversCount()>0&&this.observers.some(observer=>resolveQueryValue(observer.options.staleTime,this)===`static`)}
isStale(){
return this.getObserversCount()>0?this.observers.some(observer=>observer.getCurrentResult().isStale):this.state.data===void 0||this.state.isInvalidated}
isStaleByTime(staleTime=0){
return this.state.data===void 0?!0:staleTime===`static`?!1:this.state.isInvalidated?!0:!timeUntilStale(this.state.dataUpdatedAt,staleTime)}
onFocus(){
this.observers.find(x=>x.shouldFetchOnWindowFocus())?.refetch({cancelRefetch:!1}),this.#retryer?.continue()}
onOnline(){
this.observers.find(x=>x.shouldFetchOnReconnect())?.refetch({cancelRefetch:!1}),this.#retryer?.continue()}
addObserver(observer){
this.observers.includes(observer)||(this.observers.push(observer),this.clearGcTimeout(),this.#cache.notify({type:`observerAdded`,query:this,observer}))}
removeObserver(observer){
let index=this.observers.indexOf(observer);
index!==-1&&(this.observers.splice(index,1),this.observers.length||(this.#retryer&&(this.#abortSignalConsumed||this.state.fetchStatus===`paused`&&this.state.status===`pending`?this.#retryer.cancel({revert:!0}):this.#retryer.cancelRetry()),this.scheduleGc()),this.#cache.notify({type:`observerRemoved`,query:this,observer}))}
getObserversCount(){
return this.observers.length}
invalidate(){
this.state.isInvalidated||this.#dispatch({type:`invalidate`})}
async fetch(options,fetchOptions){
if(this.state.fetchStatus!==`idle`&&this.#retryer?.status()!==`rejected`){
if(this.state.data!==void 0&&fetchOptions?.cancelRefetch)this.cancel({silent:!0});else if(this.#retryer&&this.#fetchPromise)return this.#retryer.continueRetry(),this.#fetchPromise}
if(options&&this.setOptions(options),!this.options.queryFn){
let observer=this.observers.find(x=>x.options.queryFn);
observer&&this.setOptions(observer.options)}
let abortController=new AbortController,addSignalProperty=object=>{
Object.defineProperties(object,{[fetchSignal]:{value:abortController.signal,enumerable:!0},signal:{enumerable:!0,get:()=>(this.#abortSignalConsumed=!0,abortController.signal)}})},fetchFn=()=>{
let queryFn=ensureQueryFn(this.options,fetchOptions),queryFnContext=(()=>{
let queryFnContext={client:this.#client,queryKey:this.queryKey,meta:this.meta};
return addSignalProperty(queryFnContext),queryFnContext})();
return this.#abortSignalConsumed=!1,this.options.persister?this.options.persister(queryFn,queryFnContext,this):queryFn(queryFnContext)},context=(()=>{
let context={fetchOptions,options:this.options,queryKey:this.queryKey,client:this.#client,state:this.state,fetchFn};
return addSignalProperty(context),context})();
(this.#queryType===`infinite`?infiniteQueryBehavior(this.options.pages):this.options.behavior)?.onFetch(context,this),this.#revertState=this.state,(this.state.fetchStatus===`idle`||this.state.fetchMeta!==context.fetchOptions?.meta)&&this.#dispatch({type:`fetch`,meta:context.fetchOptions?.meta});
let retryer=this.#retryer=createRetryer({initialPromise:fetchOptions?.initialPromise,fn:context.fetchFn,onCancel:error=>{
error instanceof CancelledError&&error.revert&&this.setState({...this.#revertState,fetchStatus:`idle`}),abortController.abort()},onFail:(failureCount,error)=>{
this.#dispatch({type:`failed`,failureCount,error})},onPause:()=>{
this.#dispatch({type:`pause`})},onContinue:()=>{
this.#dispatch({type:`continue`})},retry:context.options.retry,retryDelay:context.options.retryDelay,networkMode:context.options.networkMode,canRun:()=>!0}),fetchPromise=(async()=>{
try{
let data=await retryer.promise;
if(data===void 0)throw Error(`${this.queryHash} data is undefined`);
return this.setData(data),this.#cache.config.onSuccess?.(data,this),this.#cache.config.onSettled?.(data,this.state.error,this),data}catch(error){
if(error instanceof CancelledError){
if(error.silent){
if(this.#retryer!==retryer&&this.#fetchPromise)return this.#fetchPromise;
throw error}
if(error.revert){
if(this.state.data===void 0)throw error;
return this.state.data}}
throw this.#dispatch({type:`error`,error}),this.#cache.config.onError?.(error,this),this.#cache.config.onSettled?.(this.state.data,error,this),error}finally{
this.#retryer===retryer&&(this.#retryer=void 0,this.#fetchPromise=void 0),this.scheduleGc()}})();
return this.#fetchPromise=fetchPromise,retryer.start(),fetchPromise}
#dispatch(action){
let reducer=state=>{
switch(action.type){
case`failed`:
return{...state,fetchFailureCount:action.failureCount,fetchFailureReason:action.error};
case`pause`:
return{...state,fetchStatus:`paused`};
case`continue`:
return{...state,fetchStatus:`fetching`};
case`fetch`:
return{...state,...fetchState(state.data,this.options),fetchMeta:action.meta??null};
case`success`:
{
let newState={...state,...successState(action.data,action.dataUpdatedAt),dataUpdateCount:state.dataUpdateCount+1,...!action.manual&&{fetchStatus:`idle`,fetchFailureCount:0,fetchFailureReason:null}};
return this.#revertState=action.manual?newState:void 0,newState}
case`error`:
{
let error=action.error;
return{...state,error,errorUpdateCount:state.errorUpdateCount+1,errorUpdatedAt:Date.now(),fetchFailureCount:state.fetchFailureCount+1,fetchFailureReason:error,fetchStatus:`idle`,status:`error`,isInvalidated:!0}}
case`invalidate`:
return{...state,isInvalidated:!0};
case`setState`:
return{...state,...action.state}}};
this.state=reducer(this.state),notifyManager.batch(()=>{
this.observers.slice().forEach(observer=>{
observer.onQueryUpdate()}),this.#cache.notify({query:this,type:`updated`,action})})}};
function fetchState(data,options){
return{fetchFailureCount:0,fetchFailureReason:null,fetchStatus:canFetch(options.networkMode)?`fetching`:`paused`,...data===void 0&&{error:null,status:`pending`}}}
function successState(data,dataUpdatedAt){
return{data,dataUpdatedAt:dataUpdatedAt??Date.now(),error:null,isInvalidated:!1,status:`success`}}
function getDefaultState$1(options){
let data=typeof options.initialData==`function`?options.initialData():options.initialData,hasData=data!==void 0,initialDataUpdatedAt=hasData?typeof options.initialDataUpdatedAt==`function`?options.initialDataUpdatedAt():options.initialDataUpdatedAt:0;
return{data,dataUpdateCount:0,dataUpdatedAt:hasData?initialDataUpdatedAt??Date.now():0,error:null,errorUpdateCount:0,errorUpdatedAt:0,fetchFailureCount:0,fetchFailureReason:null,fetchMeta:null,isInvalidated:!1,status:hasData?`success`:`pending`,fetchStatus:`idle`}}
var QueryObserver=class extends Subscribable{
#client;
#currentQuery=void 0;
#currentQueryInitialState=void 0;
#currentResult=void 0;
#currentResultState;
#currentResultOptions;
#selectError;
#selectFn;
#selectResult;
#lastQueryWithDefinedData;
#staleTimeoutId;
#refetchIntervalId;
#currentRefetchInterval;
#trackedProps=new Set;
constructor(client,options){
super(),this.options=options,this.#client=client,this.#selectError=null,this.bindMethods(),this.setOptions(options)}
bindMethods(){
this.refetch=this.refetch.bind(this)}
onSubscribe(){
this.listeners.size===1&&(this.#currentQuery.addObserver(this),shouldFetchOnMount(this.#currentQuery,this.options)?this.#executeFetch():this.updateResult(),this.#updateTimers())}
onUnsubscribe(){
this.hasListeners()||this.destroy()}
shouldFetchOnReconnect(){
return shouldFetchOn(this.#currentQuery,this.options,this.options.refetchOnReconnect)}
shouldFetchOnWindowFocus(){
return shouldFetchOn(this.#currentQuery,this.options,this.options.refetchOnWindowFocus)}
destroy(){
this.listeners=new Set,this.#clearStaleTimeout(),this.#clearRefetchInterval(),this.#currentQuery.removeObserver(this)}
setOptions(options){
let prevOptions=this.options,prevQuery=this.#currentQuery;
if(this.options=this.#client.defaultQueryOptions(options),this.options.enabled!==void 0&&typeof this.options.enabled!=`boolean`&&typeof this.options.enabled!=`function`&&typeof resolveQueryValue(this.options.enabled,this.#currentQuery)!=`boolean`)throw Error(`Expected enabled to be a boolean or a callback that returns a boolean`);
this.#updateQuery(),this.#currentQuery.setOptions(this.options),prevOptions._defaulted&&!shallowEqualObjects(this.options,prevOptions)&&this.#client.getQueryCache().notify({type:`observerOptionsUpdated`,query:this.#currentQuery,observer:this});
let mounted=this.hasListeners();
mounted&&shouldFetchOptionally(this.#currentQuery,prevQuery,this.options,prevOptions)&&this.#executeFetch(),this.updateResult(),mounted&&(this.#currentQuery!==prevQuery||resolveQueryValue(this.options.enabled,this.#currentQuery)!==resolveQueryValue(prevOptions.enabled,this.#currentQuery)||resolveQueryValue(this.options.staleTime,this.#currentQuery)!==resolveQueryValue(prevOptions.staleTime,this.#currentQuery))&&this.#updateStaleTimeout();
let nextRefetchInterval=this.#computeRefetchInterval();
mounted&&(this.#currentQuery!==prevQuery||resolveQueryValue(this.options.enabled,this.#currentQuery)!==resolveQueryValue(prevOptions.enabled,this.#currentQuery)||nextRefetchInterval!==this.#currentRefetchInterval)&&this.#updateRefetchInterval(nextRefetchInterval)}
getOptimisticResult(options){
let query=this.#client.getQueryCache().build(this.#client,options),result=this.createResult(query,options);
return shallowEqualObjects(this.getCurrentResult(),result)||(this.#currentResult=result,this.#currentResultOptions=this.options,this.#currentResultState=this.#currentQuery.state),result}
getCurrentResult(){
return this.#currentResult}
trackResult(result,onPropTracked){
return new Proxy(result,{get:(target,key)=>(this.trackProp(key),onPropTracked?.(key),Reflect.get(target,key))})}
trackProp(key){
this.#trackedProps.add(key)}
getCurrentQuery(){
return this.#currentQuery}
refetch({...options}={}){
return this.fetch({...options})}
fetchOptimistic(options){
let defaultedOptions=this.#client.defaultQueryOptions(options),query=this.#client.getQueryCache().build(this.#client,defaultedOptions),unsubscribe=()=>{},resolveEarly,cachePromise=new Promise(resolve=>{
resolveEarly=resolve,unsubscribe=this.#client.getQueryCache().subscribe(event=>{
event.type===`updated`&&event.query.queryHash===query.queryHash&&query.state.data!==void 0&&(unsubscribe(),resolve(this.createResult(query,defaultedOptions)))})});
return Promise.race([query.fetch(defaultedOptions).then(()=>{
let result=this.createResult(query,defaultedOptions);
return resolveEarly?.(result),result}).finally(()=>{
unsubscribe()}),cachePromise])}
fetch(fetchOptions){
return this.#executeFetch({...fetchOptions,cancelRefetch:fetchOptions.cancelRefetch??!0}).then(()=>(this.updateResult(),this.#currentResult))}
#executeFetch(fetchOptions){
this.#updateQuery();
let promise=this.#currentQuery.fetch(this.options,fetchOptions);
return fetchOptions?.throwOnError||(promise=promise.catch(noop)),promise}
#shouldScheduleTimer(timeout){
return!isServer()&&resolveQueryValue(this.options.enabled,this.#currentQuery)!==!1&&isValidTimeout(timeout)}
#updateStaleTimeout(){
this.#clearStaleTimeout();
let staleTime=resolveQueryValue(this.options.staleTime,this.#currentQuery);
if(this.#currentResult.isStale||!this.#shouldScheduleTimer(staleTime))return;
let timeout=timeUntilStale(this.#currentResult.dataUpdatedAt,staleTime)+1;
this.#staleTimeoutId=timeoutManager.setTimeout(()=>{
this.#currentResult.isStale||this.updateResult()},timeout)}
#computeRefetchInterval(){
return resolveQueryValue(this.options.refetchInterval,this.#currentQuery)??!1}
#updateRefetchInterval(nextInterval){
this.#clearRefetchInterval(),this.#currentRefetchInterval=nextInterval,this.#currentRefetchInterval!==0&&this.#shouldScheduleTimer(this.#currentRefetchInterval)&&(this.#refetchIntervalId=timeoutManager.setInterval(()=>{
(this.options.refetchIntervalInBackground||focusManager.isFocused())&&this.#executeFetch()},this.#currentRefetchInterval))}
#updateTimers(){
this.#updateStaleTimeout(),this.#updateRefetchInterval(this.#computeRefetchInterval())}
#clearStaleTimeout(){
this.#staleTimeoutId!==void 0&&(timeoutManager.clearTimeout(this.#staleTimeoutId),this.#staleTimeoutId=void 0)}
#clearRefetchInterval(){
this.#refetchIntervalId!==void 0&&(timeoutManager.clearInterval(this.#refetchIntervalId),this.#refetchIntervalId=void 0)}
createResult(query,options){
let prevQuery=this.#currentQuery,prevOptions=this.options,prevResult=this.#currentResult,prevResultState=this.#currentResultState,prevResultOptions=this.#currentResultOptions,queryInitialState=query===prevQuery?this.#currentQueryInitialState:query.state,{state}=query,newState={...state},isPlaceholderData=!1,data;
if(options._optimisticResults){
let mounted=this.hasListeners(),fetchOnMount=!mounted&&shouldFetchOnMount(query,options),fetchOptionally=mounted&&shouldFetchOptionally(query,prevQuery,options,prevOptions);
(fetchOnMount||fetchOptionally)&&(newState={...newState,...fetchState(state.data,query.options)}),options._optimisticResults===`isRestoring`&&(newState.fetchStatus=`idle`)}
let{error,errorUpdatedAt,status}=newState;
data=newState.data;
let skipSelect=!1;
if(options.placeholderData!==void 0&&data===void 0&&status===`pending`){
let placeholderData;
prevResult?.isPlaceholderData&&options.placeholderData===prevResultOptions?.placeholderData?(placeholderData=prevResult.data,skipSelect=!0):placeholderData=typeof options.placeholderData==`function`?options.placeholderData(this.#lastQueryWithDefinedData?.state.data,this.#lastQueryWithDefinedData):options.placeholderData,placeholderData!==void 0&&(status=`success`,data=replaceData(prevResult?.data,placeholderData,options),isPlaceholderData=!0)}
if(options.select&&data!==void 0&&!skipSelect){
if(prevResult&&data===prevResultState?.data&&options.select===this.#selectFn)data=this.#selectResult;else try{
this.#selectFn=options.select,data=options.select(data),data=replaceData(prevResult?.data,data,options),this.#selectResult=data,this.#selectError=null}catch(selectError){
this.#selectError=selectError}}else data===void 0&&(this.#selectError=null);
this.#selectError&&(error=this.#selectError,data=this.#selectResult,errorUpdatedAt=prevResult?.error===error?prevResult.errorUpdatedAt:Date.now(),status=`error`,isPlaceholderData=!1);
let isFetching=newState.fetchStatus===`fetching`,isPending=status===`pending`,isError=status===`error`,isLoading=isPending&&isFetching,hasData=data!==void 0;
return{status,fetchStatus:newState.fetchStatus,isPending,isSuccess:status===`success`,isError,isInitialLoading:isLoading,isLoading,data,dataUpdatedAt:newState.dataUpdatedAt,error,errorUpdatedAt,failureCount:newState.fetchFailureCount,failureReason:newState.fetchFailureReason,errorUpdateCount:newState.errorUpdateCount,isFetched:query.isFetched(),isFetchedAfterMount:newState.dataUpdateCount>queryInitialState.dataUpdateCount||newState.errorUpdateCount>queryInitialState.errorUpdateCount,isFetching,isRefetching:isFetching&&!isPending,isLoadingError:isError&&!hasData,isPaused:newState.fetchStatus===`paused`,isPlaceholderData,isRefetchError:isError&&hasData,isStale:isStale(query,options),refetch:this.refetch,isEnabled:resolveQueryValue(options.enabled,query)!==!1}}
updateResult(){
let prevResult=this.#currentResult,nextResult=this.createResult(this.#currentQuery,this.options);
if(this.#currentResultState=this.#currentQuery.state,this.#currentResultOptions=this.options,this.#currentResultState.data!==void 0&&(this.#lastQueryWithDefinedData=this.#currentQuery),shallowEqualObjects(nextResult,prevResult))return;
this.#currentResult=nextResult;
let notifyListeners=(()=>{
if(!prevResult)return!0;
let{notifyOnChangeProps}=this.options,notifyOnChangePropsValue=typeof notifyOnChangeProps==`function`?notifyOnChangeProps():notifyOnChangeProps;
if(notifyOnChangePropsValue===`all`||!notifyOnChangePropsValue&&!this.#trackedProps.size||this.options.throwOnError&&this.#currentResult.error!==prevResult.error)return!0;
for(let key of notifyOnChangePropsValue??this.#trackedProps)if(this.#currentResult[key]!==prevResult[key])return!0;
return!1})();
notifyManager.batch(()=>{
notifyListeners&&this.listeners.forEach(listener=>{
listener(this.#currentResult)}),this.#client.getQueryCache().notify({query:this.#currentQuery,type:`observerResultsUpdated`})})}
#updateQuery(){
let query=this.#client.getQueryCache().build(this.#client,this.options);
if(query===this.#currentQuery)return;
let prevQuery=this.#currentQuery;
this.#currentQuery=query,this.#currentQueryInitialState=query.state,this.hasListeners()&&(prevQuery?.removeObserver(this),query.addObserver(this))}
onQueryUpdate(){
this.updateResult(),this.hasListeners()&&this.#updateTimers()}};
function shouldLoadOnMount(query,options){
return resolveQueryValue(options.enabled,query)!==!1&&query.state.data===void 0&&(query.state.status!==`error`||resolveQueryValue(options.retryOnMount,query)!==!1)}
function shouldFetchOnMount(query,options){
return shouldLoadOnMount(query,options)||query.state.data!==void 0&&shouldFetchOn(query,options,options.refetchOnMount)}
function shouldFetchOn(query,options,field){
if(resolveQueryValue(options.enabled,query)!==!1&&resolveQueryValue(options.staleTime,query)!==`static`){
let value=resolveQueryValue(field,query);
return value===`always`||value!==!1&&isStale(query,options)}
return!1}
function shouldFetchOptionally(query,prevQuery,options,prevOptions){
return(query!==prevQuery||resolveQueryValue(prevOptions.enabled,query)===!1)&&(!options.suspense||query.state.status!==`error`)&&isStale(query,options)}
function isStale(query,options){
return resolveQueryValue(options.enabled,query)!==!1&&query.isStaleByTime(resolveQueryValue(options.staleTime,query))}
var Mutation=class extends Removable{
#client;
#observers;
#mutationCache;
#retryer;
constructor(config){
super(),this.#client=config.client,this.mutationId=config.mutationId,this.#mutationCache=config.mutationCache,this.#observers=[],this.state=config.state||getDefaultState(),this.setOptions(config.options),this.scheduleGc()}
setOptions(options){
this.options=options,this.updateGcTime(this.options.gcTime)}
get meta(){
return this.options.meta}
addObserver(observer){
this.#observers.includes(observer)||(this.#observers.push(observer),this.clearGcTimeout(),this.#mutationCache.notify({type:`observerAdded`,mutation:this,observer}))}
removeObserver(observer){
this.#observers=this.#observers.filter(x=>x!==observer),this.scheduleGc(),this.#mutationCache.notify({type:`observerRemoved`,mutation:this,observer})}
optionalRemove(){
this.#observers.length||(this.state.status===`pending`?this.scheduleGc():this.#mutationCache.remove(this))}
continue(){
return this.#retryer?.continue()??(this.state.status===`pending`?this.execute(this.state.variables):Promise.resolve())}
async execute(variables){
let onContinue=()=>{
this.#dispatch({type:`continue`})},mutationFnContext={client:this.#client,meta:this.options.meta,mutationKey:this.options.mutationKey},retryer=this.#retryer=createRetryer({fn:()=>this.options.mutationFn?this.options.mutationFn(variables,mutationFnContext):Promise.reject(Error(`No mutationFn found`)),onFail:(failureCount,error)=>{
this.#dispatch({type:`failed`,failureCount,error})},onPause:()=>{
this.#dispatch({type:`pause`})},onContinue,retry:this.options.retry??0,retryDelay:this.options.retryDelay,networkMode:this.options.networkMode,canRun:()=>this.#mutationCache.canRun(this)}),restored=this.state.status===`pending`,isPaused=!retryer.canStart();
try{
if(restored)onContinue();else{
this.#dispatch({type:`pending`,variables,isPaused}),this.#mutationCache.config.onMutate&&await this.#mutationCache.config.onMutate(variables,this,mutationFnContext);
let context=await this.options.onMutate?.(variables,mutationFnContext);
context!==this.state.context&&this.#dispatch({type:`pending`,context,variables,isPaused})}
this.state.isPaused&&retryer.canStart()&&onContinue();
let data=await retryer.start();
return await this.#mutationCache.config.onSuccess?.(data,variables,this.state.context,this,mutationFnContext),await this.options.onSuccess?.(data,variables,this.state.context,mutationFnContext),await this.#mutationCache.config.onSettled?.(data,null,this.state.variables,this.state.context,this,mutationFnContext),await this.options.onSettled?.(data,null,variables,this.state.context,mutationFnContext),this.#dispatch({type:`success`,data}),data}catch(error){
try{
await this.#mutationCache.config.onError?.(error,variables,this.state.context,this,mutationFnContext)}catch(e){
Promise.reject(e)}
try{
await this.options.onError?.(error,variables,this.state.context,mutationFnContext)}catch(e){
Promise.reject(e)}
try{
await this.#mutationCache.config.onSettled?.(void 0,error,this.state.variables,this.state.context,this,mutationFnContext)}catch(e){
Promise.reject(e)}
try{
await this.options.onSettled?.(void 0,error,variables,this.state.context,mutationFnContext)}catch(e){
Promise.reject(e)}
throw this.#dispatch({type:`error`,error}),error}finally{
this.#retryer===retryer&&(this.#retryer=void 0),this.#mutationCache.runNext(this)}}
#dispatch(action){
let reducer=state=>{
switch(action.type){
case`failed`:
return{...state,failureCount:action.failureCount,failureReason:action.error};
case`pause`:
return{...state,isPaused:!0};
case`continue`:
return{...state,isPaused:!1};
case`pending`:
return{...state,context:action.context,data:void 0,failureCount:0,failureReason:null,error:null,isPaused:action.isPaused,status:`pending`,variables:action.variables,submittedAt:Date.now()};
case`success`:
return{...state,data:action.data,failureCount:0,failureReason:null,error:null,status:`success`,isPaused:!1};
case`error`:
return{...state,data:void 0,error:action.error,failureCount:state.failureCount+1,failureReason:action.error,isPaused:!1,status:`error`}}};
this.state=reducer(this.state),notifyManager.batch(()=>{
this.#observers.forEach(observer=>{
observer.onMutationUpdate(action)}),this.#mutationCache.notify({mutation:this,type:`updated`,action})})}};
function getDefaultState(){
return{context:void 0,data:void 0,error:null,failureCount:0,failureReason:null,isPaused:!1,status:`idle`,variables:void 0,submittedAt:0}}
var MutationCache=class extends Subscribable{
#mutations;
#scopes;
#mutationId;
constructor(config={}){
super(),this.config=config,this.#mutations=new Set,this.#scopes=new Map,this.#mutationId=0}
build(client,options,state){
let mutation=new Mutation({client,mutationCache:this,mutationId:++this.#mutationId,options:client.defaultMutationOptions(options),state});
return this.add(mutation),mutation}
add(mutation){
this.#mutations.add(mutation);
let scope=scopeFor(mutation);
if(typeof scope==`string`){
let scopedMutations=this.#scopes.get(scope);
scopedMutations?scopedMutations.push(mutation):this.#scopes.set(scope,[mutation])}
this.notify({type:`added`,mutation})}
remove(mutation){
if(this.#mutations.delete(mutation)){
let scope=scopeFor(mutation);
if(typeof scope==`string`){
let scopedMutations=this.#scopes.get(scope);
if(scopedMutations){
if(scopedMutations.length>1){
let index=scopedMutations.indexOf(mutation);
index!==-1&&scopedMutations.splice(index,1)}else scopedMutations[0]===mutation&&this.#scopes.delete(scope)}}}
this.notify({type:`removed`,mutation})}
canRun(mutation){
let scope=scopeFor(mutation);
if(typeof scope==`string`){
let firstPendingMutation=this.#scopes.get(scope)?.find(m=>m.state.status===`pending`);
return!firstPendingMutation||firstPendingMutation===mutation}
return!0}
runNext(mutation){
let scope=scopeFor(mutation);
return typeof scope==`string`?(this.#scopes.get(scope)?.find(m=>m!==mutation&&m.state.isPaused))?.continue()??Promise.resolve():Promise.resolve()}
clear(){
notifyManager.batch(()=>{
let mutations=this.getAll();
this.#mutations.clear(),this.#scopes.clear(),mutations.forEach(mutation=>{
this.notify({type:`removed`,mutation})})})}
getAll(){
return Array.from(this.#mutations)}
find(filters){
let defaultedFilters={exact:!0,...filters};
return this.getAll().find(mutation=>matchMutation(defaultedFilters,mutation))}
findAll(filters={}){
return this.getAll().filter(mutation=>matchMutation(filters,mutation))}
notify(event){
notifyManager.batch(()=>{
this.listeners.forEach(listener=>{
listener(event)})})}
resumePausedMutations(){
let pausedMutations=this.getAll().filter(x=>x.state.isPaused);
return notifyManager.batch(()=>Promise.all(pausedMutations.map(mutation=>mutation.continue().catch(noop))))}};
function scopeFor(mutation){
return mutation.options.scope?.id}
var QueryCache=class extends Subscribable{
#queries;
constructor(config={}){
super(),this.config=config,this.#queries=new Map}
build(client,options,state){
let queryKey=options.queryKey,queryHash=options.queryHash??hashQueryKeyByOptions(queryKey,options),query=this.get(queryHash);
return query||(query=new Query({client,queryKey,queryHash,options:client.defaultQueryOptions(options),state,defaultOptions:client.getQueryDefaults(queryKey)}),this.add(query)),query}
add(query){
this.#queries.has(query.queryHash)||(this.#queries.set(query.queryHash,query),this.notify({type:`added`,query}))}
remove(query){
this.#queries.get(query.queryHash)===query&&(query.destroy(),this.#queries.delete(query.queryHash),this.notify({type:`removed`,query}))}
clear(){
notifyManager.batch(()=>{
this.getAll().forEach(query=>{
this.remove(query)})})}
get(queryHash){
return this.#queries.get(queryHash)}
getAll(){
return[...this.#queries.values()]}
find(filters){
let defaultedFilters={exact:!0,...filters};
return this.getAll().find(query=>matchQuery(defaultedFilters,query))}
findAll(filters={}){
let queries=this.getAll();
return Object.keys(filters).length>0?queries.filter(query=>matchQuery(filters,query)):queries}
notify(event){
notifyManager.batch(()=>{
this.listeners.forEach(listener=>{
listener(event)})})}
onFocus(){
notifyManager.batch(()=>{
this.getAll().forEach(query=>{
query.onFocus()})})}
onOnline(){
notifyManager.batch(()=>{
this.getAll().forEach(query=>{
query.onOnline()})})}},QueryClient=class{
#queryCache;
#mutationCache;
#defaultOptions;
#queryDefaults;
#mutationDefaults;
#mountCount;
#unsubscribeFocus;
#unsubscribeOnline;
constructor(config={}){
this.#queryCache=config.queryCache||new QueryCache,this.#mutationCache=config.mutationCache||new MutationCache,this.#defaultOptions=config.defaultOptions||{},this.#queryDefaults=new Map,this.#mutationDefaults=new Map,this.#mountCount=0}
mount(){
this.#mountCount++,this.#mountCount===1&&(this.#unsubscribeFocus=focusManager.subscribe(async focused=>{
focused&&(await this.resumePausedMutations(),this.#queryCache.onFocus())}),this.#unsubscribeOnline=onlineManager.subscribe(async online=>{
online&&(await this.resumePausedMutations(),this.#queryCache.onOnline())}))}
unmount(){
this.#mountCount--,this.#mountCount===0&&(this.#unsubscribeFocus?.(),this.#unsubscribeFocus=void 0,this.#unsubscribeOnline?.(),this.#unsubscribeOnline=void 0)}
isFetching(filters){
return this.#queryCache.findAll({...filters,fetchStatus:`fetching`}).length}
isMutating(filters){
return this.#mutationCache.findAll({...filters,status:`pending`}).length}
getQueryData(queryKey){
let options=this.defaultQueryOptions({queryKey});
return this.#queryCache.get(options.queryHash)?.state.data}
ensureQueryData(options){
let defaultedOptions=this.defaultQueryOptions(options),query=this.#queryCache.build(this,defaultedOptions),cachedData=query.state.data;
return cachedData===void 0?this.fetchQuery(options):(options.revalidateIfStale&&query.isStaleByTime(resolveQueryValue(defaultedOptions.staleTime,query))&&this.prefetchQuery(defaultedOptions),Promise.resolve(cachedData))}
getQueriesData(filters){
return this.#queryCache.findAll(filters).map(({queryKey,state})=>[queryKey,state.data])}
setQueryData(queryKey,updater,options){
let defaultedOptions=this.defaultQueryOptions({queryKey}),prevData=this.#queryCache.get(defaultedOptions.queryHash)?.state.data,data=functionalUpdate$1(updater,prevData);
if(data!==void 0)return this.#queryCache.build(this,defaultedOptions).setData(data,{...options,manual:!0})}
setQueriesData(filters,updater,options){
return notifyManager.batch(()=>this.#queryCache.findAll(filters).map(({queryKey})=>[queryKey,this.setQueryData(queryKey,updater,options)]))}
getQueryState(queryKey){
let options=this.defaultQueryOptions({queryKey});
return this.#queryCache.get(options.queryHash)?.state}
removeQueries(filters){
let queryCache=this.#queryCache;
notifyManager.batch(()=>{
queryCache.findAll(filters).forEach(query=>{
queryCache.remove(query)})})}
resetQueries(filters,options){
let queryCache=this.#queryCache;
return notifyManager.batch(()=>{
let matched=queryCache.findAll(filters),queriesToRefetch=new Set(matched);
return matched.forEach(query=>{
query.reset()}),this.refetchQueries({type:`active`,predicate:query=>queriesToRefetch.has(query)},options)})}
cancelQueries(filters,cancelOptions={}){
let defaultedCancelOptions={revert:!0,...cancelOptions},promises=notifyManager.batch(()=>this.#queryCache.findAll(filters).map(query=>query.cancel(defaultedCancelOptions)));
return Promise.all(promises).then(noop).catch(noop)}
invalidateQueries(filters,options={}){
return notifyManager.batch(()=>(this.#queryCache.findAll(filters).forEach(query=>{
query.invalidate()}),filters?.refetchType===`none`?Promise.resolve():this.refetchQueries({...filters,type:filters?.refetchType??filters?.type??`active`},options)))}
refetchQueries(filters,options={}){
let fetchOptions={...options,cancelRefetch:options.cancelRefetch??!0},promises=notifyManager.batch(()=>this.#queryCache.findAll(filters).filter(query=>!query.isDisabled()&&!query.isStatic()).map(query=>{
let promise=query.fetch(void 0,fetchOptions),isPaused=query.state.fetchStatus===`paused`;
return(!fetchOptions.throwOnError||isPaused)&&(promise=promise.catch(noop)),isPaused?Promise.resolve():promise}));
return Promise.all(promises).then(noop)}
async query(options){
let defaultedOptions=this.defaultQueryOptions(options);
defaultedOptions.retry===void 0&&(defaultedOptions.retry=!1);
let query=this.#queryCache.build(this,defaultedOptions),queryData=query.isStaleByTime(resolveQueryValue(defaultedOptions.staleTime,query))?await query.fetch(defaultedOptions):query.state.data,select=defaultedOptions.select;
return select?select(queryData):queryData}
fetchQuery(options){
let defaultedOptions=this.defaultQueryOptions(options);
defaultedOptions.retry===void 0&&(defaultedOptions.retry=!1);
let query=this.#queryCache.build(this,defaultedOptions);
return query.isStaleByTime(resolveQueryValue(defaultedOptions.staleTime,query))?query.fetch(defaultedOptions):Promise.resolve(query.state.data)}
prefetchQuery(options){
return this.fetchQuery(options).then(noop).catch(noop)}
infiniteQuery(options){
return options._type=`infinite`,this.query(options)}
fetchInfiniteQuery(options){
return options._type=`infinite`,this.fetchQuery(options)}
prefetchInfiniteQuery(options){
return this.fetchInfiniteQuery(options).then(noop).catch(noop)}
ensureInfiniteQueryData(options){
return options._type=`infinite`,this.ensureQueryData(options)}
resumePausedMutations(){
return onlineManager.isOnline()?this.#mutationCache.resumePausedMutations():Promise.resolve()}
getQueryCache(){
return this.#queryCache}
getMutationCache(){
return this.#mutationCache}
getDefaultOptions(){
return this.#defaultOptions}
setDefaultOptions(options){
this.#defaultOptions=options}
setQueryDefaults(queryKey,options){
this.#queryDefaults.set(hashKey(queryKey),{queryKey,defaultOptions:options})}
getQueryDefaults(queryKey){
let defaults=[...this.#queryDefaults.values()],result={};
return defaults.forEach(queryDefault=>{
partialMatchKey(queryKey,queryDefault.queryKey)&&Object.assign(result,queryDefault.defaultOptions)}),result}
setMutationDefaults(mutationKey,options){
this.#mutationDefaults.set(hashKey(mutationKey),{mutationKey,defaultOptions:options})}
getMutationDefaults(mutationKey){
let defaults=[...this.#mutationDefaults.values()],result={};
return defaults.forEach(queryDefault=>{
partialMatchKey(mutationKey,queryDefault.mutationKey)&&Object.assign(result,queryDefault.defaultOptions)}),result}
defaultQueryOptions(options){
if(options._defaulted)return options;
let defaultedOptions={...this.#defaultOptions.queries,...this.getQueryDefaults(options.queryKey),...options,_defaulted:!0};
return defaultedOptions.queryHash||=hashQueryKeyByOptions(defaultedOptions.queryKey,defaultedOptions),defaultedOptions.refetchOnReconnect===void 0&&(defaultedOptions.refetchOnReconnect=defaultedOptions.networkMode!==`always`),defaultedOptions.throwOnError===void 0&&(defaultedOptions.throwOnError=!!defaultedOptions.suspense),!defaultedOptions.networkMode&&defaultedOptions.persister&&(defaultedOptions.networkMode=`offlineFirst`),defaultedOptions.queryFn===skipToken&&(defaultedOptions.enabled=!1),defaultedOptions}
defaultMutationOptions(options){
return options?._defaulted?options:{...this.#defaultOptions.mutations,...options?.mutationKey&&this.getMutationDefaults(options.mutationKey),...options,_defaulted:!0}}
clear(){
this.#queryCache.clear(),this.#mutationCache.clear()}},IsRestoringContext=import_react.createContext(!1),useIsRestoring=()=>import_react.useContext(IsRestoringContext);
IsRestoringContext.Provider;
function createValue(){
let isReset=!1;
return{clearReset:()=>{
isReset=!1},reset:()=>{
isReset=!0},isReset:()=>isReset}}
var QueryErrorResetBoundaryContext=import_react.createContext(createValue()),useQueryErrorResetBoundary=()=>import_react.useContext(QueryErrorResetBoundaryContext),ensurePreventErrorBoundaryRetry=(options,errorResetBoundary,query)=>{
let throwOnError=query?.state.status===`error`&&typeof options.throwOnError==`function`?shouldThrowError(options.throwOnError,[query.state.error,query]):options.throwOnError;
(options.suspense||throwOnError)&&(errorResetBoundary.isReset()||(options.retryOnMount=!1))},useClearResetErrorBoundary=errorResetBoundary=>{
import_react.useEffect(()=>{
errorResetBoundary.clearReset()},[errorResetBoundary])},getHasError=({result,errorResetBoundary,throwOnError,query,suspense})=>result.isError&&!errorResetBoundary.isReset()&&!result.isFetching&&query&&(suspense&&result.data===void 0||shouldThrowError(throwOnError,[result.error,query])),ensureSuspenseTimers=defaultedOptions=>{
if(defaultedOptions.suspense){
let MIN_SUSPENSE_TIME_MS=1e3,clamp=value=>value===`static`?value:Math.max(value??MIN_SUSPENSE_TIME_MS,MIN_SUSPENSE_TIME_MS),originalStaleTime=defaultedOptions.staleTime;
defaultedOptions.staleTime=typeof originalStaleTime==`function`?(...args)=>clamp(originalStaleTime(...args)):clamp(originalStaleTime),typeof defaultedOptions.gcTime==`number`&&(defaultedOptions.gcTime=Math.max(defaultedOptions.gcTime,MIN_SUSPENSE_TIME_MS))}},shouldSuspend=(defaultedOptions,result)=>defaultedOptions?.suspense&&result.isPending,fetchOptimistic=(defaultedOptions,observer,errorResetBoundary)=>observer.fetchOptimistic(defaultedOptions).catch(()=>{
errorResetBoundary.clearReset()});
function useBaseQuery(options,Observer,queryClient){
let isRestoring=useIsRestoring(),errorResetBoundary=useQueryErrorResetBoundary(),client=useQueryClient(queryClient),defaultedOptions=client.defaultQueryOptions(options),query=client.getQueryCache().get(defaultedOptions.queryHash),subscribed=options.subscribed!==!1;
defaultedOptions._optimisticResults=isRestoring?`isRestoring`:subscribed?`optimistic`:void 0,ensureSuspenseTimers(defaultedOptions),ensurePreventErrorBoundaryRetry(defaultedOptions,errorResetBoundary,query),useClearResetErrorBoundary(errorResetBoundary);
let[observer]=import_react.useState(()=>new Observer(client,defaultedOptions)),result=observer.getOptimisticResult(defaultedOptions);
import_react.useEffect(()=>{
observer.setOptions(defaultedOptions)},[defaultedOptions,observer]);
let shouldSubscribe=!isRestoring&&subscribed;
if(import_react.useSyncExternalStore(import_react.useCallback(onStoreChange=>{
let unsubscribe=shouldSubscribe?observer.subscribe(notifyManager.batchCalls(onStoreChange)):noop;
return observer.updateResult(),unsubscribe},[observer,shouldSubscribe]),()=>observer.getCurrentResult(),()=>observer.getCurrentResult()),shouldSuspend(defaultedOptions,result))throw fetchOptimistic(defaultedOptions,observer,errorResetBoundary);
if(getHasError({result,errorResetBoundary,throwOnError:defaultedOptions.throwOnError,query,suspense:defaultedOptions.suspense}))throw result.error;
return defaultedOptions.notifyOnChangeProps?result:observer.trackResult(result)}
function useQuery(options,queryClient){
return useBaseQuery(options,QueryObserver,queryClient)}
function useIsFetching(filters,queryClient){
let client=useQueryClient(queryClient),queryCache=client.getQueryCache();
return import_react.useSyncExternalStore(import_react.useCallback(onStoreChange=>queryCache.subscribe(notifyManager.batchCalls(onStoreChange)),[queryCache]),()=>client.isFetching(filters),()=>client.isFetching(filters))}
var reactUse=import_react.use,useLayoutEffect=import_react.useLayoutEffect;
function last(arr){
return arr[arr.length-1]}
function functionalUpdate(updater,previous){
return typeof updater==`function`?updater(previous):updater}
var hasOwn=Object.prototype.hasOwnProperty;
function hasKeys(obj){
for(let key in obj)if(hasOwn.call(obj,key))return!0;
return!1}
var createNull=()=>Object.create(null),nullReplaceEqualDeep=(prev,next)=>replaceEqualDeep(prev,next,!0);
function replaceEqualDeep(prev,next,_nullProto,_depth=0){
if(prev===next)return prev;
if(_depth++>500)return next;
let array=Array.isArray(prev)&&Array.isArray(next);
if(!array&&!(isPlainObject(prev)&&isPlainObject(next)))return next;
let prevKeys=Object.keys(prev),previousCount=prevKeys.length,nextKeys=Object.keys(next),length=nextKeys.length;
if(array?previousCount!==prev.length||length!==next.length||previousCount&&last(prevKeys)!==`${previousCount-1}`||length&&last(nextKeys)!==`${length-1}`:previousCount!==Object.getOwnPropertyNames(prev).length||length!==Object.getOwnPropertyNames(next).length||Object.getOwnPropertySymbols(next).length)return next;
let i=0,child,previous,key;
if(array){
for(;i<length&&(key=i,previous=prev[key],child=next[key],child=previous===child?previous:typeof previous==`object`?replaceEqualDeep(previous,child,_nullProto,_depth):child,child===previous);i++);
if(i===length&&previousCount===length)return prev}else{
let equal=previousCount===length,unchanged=!0;
for(;i<length;i++){
key=nextKeys[i],previous=prev[key];
let incoming=next[key];
child=previous===incoming?previous:typeof previous==`object`?replaceEqualDeep(previous,incoming,_nullProto,_depth):incoming,equal&&=child===previous&&(prevKeys[i]===key||hasOwn.call(prev,key)),unchanged&&=Object.is(child,incoming),prevKeys[i]=child}
if(equal)return Object.getOwnPropertySymbols(prev).length?next:prev;
if(unchanged)return next}
let copy=array?nextKeys.fill(0):_nullProto?createNull():{};
for(let j=0;j<length;j++)key=array?j:nextKeys[j],array?(previous=prev[key],j>i&&(child=next[key],child=previous===child?previous:typeof previous==`object`?replaceEqualDeep(previous,child,_nullProto,_depth):child),copy[key]=j<i?previous:child):copy[key]=prevKeys[j];
return copy}
function isPlainObject(o){
return!o||typeof o!=`object`?!1:(Object.getPrototypeOf(o)?.constructor??Object)===Object}
function deepEqual(a,b,partial,explicitUndefined){
if(a===b)return!0;
if(Array.isArray(a)&&Array.isArray(b)){
if(a.length!==b.length)return!1;
for(let i=0,l=a.length;i<l;i++){
let av=a[i],bv=b[i];
if(av!==bv&&!deepEqual(av,bv,partial,explicitUndefined))return!1}
return!0}
if(isPlainObject(a)&&isPlainObject(b)){
if(partial){
for(let k in b)if((explicitUndefined||b[k]!==void 0)&&!deepEqual(a[k],b[k],partial,explicitUndefined))return!1;
return!0}
let aCount=0;
if(explicitUndefined)aCount=Object.keys(a).length;else for(let k in a)a[k]!==void 0&&aCount++;
for(let k in b)if((explicitUndefined||b[k]!==void 0)&&(aCount--===0||!deepEqual(a[k],b[k],partial,explicitUndefined)))return!1;
return aCount===0}
return!1}
function isModuleNotFoundError(error){
return typeof error?.message==`string`?error.message.startsWith(`Failed to fetch dynamically imported module`)||error.message.startsWith(`error loading dynamically imported module`)||error.message.startsWith(`Importing a module script failed`):!1}
var PATH_UNSAFE_RE=/[\x00-\x1f\x7f"<>`{}]/g;
function sanitizePathSegment(segment){
return segment.replace(PATH_UNSAFE_RE,ch=>`%`+ch.charCodeAt(0).toString(16).toUpperCase().padStart(2,`0`))}
function decodeSegment(segment){
let decoded;
try{
decoded=decodeURI(segment)}catch{
decoded=segment.replaceAll(/%[0-9A-F]{2}/gi,match=>{
try{
return decodeURI(match)}catch{
return match}})}
return sanitizePathSegment(decoded)}
var DEFAULT_PROTOCOL_ALLOWLIST=[`http:`,`https:`,`mailto:`,`tel:`];
function getUrlScheme(url){
if(url[0]!==`/`&&url.includes(`:`))return/^[\x00-\x20]*([a-z][a-z\d+.\t\n\r-]*:)/i.exec(url)?.[1]?.replace(/[\t\n\r]/g,``).toLowerCase()}
var protocolRelativePrefixRegex=/^[\x00-\x20]*[\\/][\t\n\r]*[\\/]/;
function isDangerousProtocol(url,allowlist){
if(!url)return!1;
if(protocolRelativePrefixRegex.test(url))return!0;
let scheme=getUrlScheme(url);
return scheme?!allowlist.has(scheme):!1}
function decodePath(path){
if(!path)return path;
let result=path;
if(/[%\\\x00-\x1f\x7f]/.test(path)){
let re=/%25|%5C/gi,cursor=0,match;
for(result=``;(match=re.exec(path))!==null;)result+=decodeSegment(path.slice(cursor,match.index))+match[0],cursor=re.lastIndex;
result+=decodeSegment(cursor?path.slice(cursor):path)}
return result}
function encodePathLikeUrl(path){
return/[\s\u0080-\uFFFF]/.test(path)?path.replace(/\s|[^\u0000-\u007F]/gu,encodeURIComponent):path}
function arraysEqual(a,b){
if(a===b)return!0;
if(a.length!==b.length)return!1;
for(let i=0;i<a.length;i++)if(a[i]!==b[i])return!1;
return!0}
function invariant(){
throw Error(`Invariant failed`)}
function cleanPath(path){
return path.replace(/\/{2,}/g,`/`)}
function trimPathLeft(path){
return path===`/`?path:path.replace(/^\/+/,``)}
function trimPathRight(path){
let len=path.length;
return len>1&&path[len-1]===`/`?path.replace(/\/+$/,``):path}
function trimPath(path){
return trimPathRight(trimPathLeft(path))}
function removeTrailingSlash(value,basepath){
return value?.endsWith(`/`)&&value!==`/`&&value!==`${basepath}/`?value.slice(0,-1):value}
function resolvePath(base,to,trailingSlash=`never`,cache){
if(to.includes(`//`)&&(to=cleanPath(to)),to.startsWith(`/`))return to.length===1||trailingSlash===`preserve`?to:trailingSlash===`always`?to.endsWith(`/`)?to:`${to}/`:to.endsWith(`/`)?to.slice(0,-1):to;
let isBase=to===`.`,key;
if(cache){
key=isBase?base:base+`\0`+to;
let cached=cache.get(key);
if(cached)return cached}
let baseSegments;
if(isBase)baseSegments=base.split(`/`);else{
for(base.includes(`//`)&&(base=cleanPath(base)),baseSegments=base.split(`/`);baseSegments.length>1&&last(baseSegments)===``;)baseSegments.pop();
let toSegments=to.split(`/`);
for(let index=0,length=toSegments.length;index<length;index++){
let value=toSegments[index];
value===``?index?index===length-1&&baseSegments.push(value):baseSegments=[value]:value===`..`?baseSegments.length>1?baseSegments.pop():baseSegments=[``]:value===`.`||baseSegments.push(value)}}
baseSegments.length>1&&(last(baseSegments)===``?trailingSlash===`never`&&baseSegments.pop():trailingSlash===`always`&&baseSegments.push(``));
let joined=baseSegments.join(`/`),result=(isBase?cleanPath(joined):joined)||`/`;
return key&&cache&&cache.set(key,result),result}
function compileDecodeCharMap(pathParamsAllowedCharacters){
let charMap=new Map(pathParamsAllowedCharacters.map(char=>[encodeURIComponent(char),char])),regex=new RegExp([...charMap.keys()].join(`|`).replace(/[.*()]/g,`\\$&`),`g`);
return encoded=>encoded.replace(regex,match=>charMap.get(match)??match)}
function isMissingSplat(value){
return value==null||value===``}
function encodeParam(key,value,decoder){
if(typeof value!=`string`)return``+(value??void 0);
let splat=key===`_splat`;
if(splat&&(!value||/^[a-zA-Z0-9\-._~!/]*$/.test(value)))return value;
let encoded=encodeURIComponent(value);
return splat&&(encoded=encoded.replaceAll(`%2F`,`/`)),decoder?decoder(encoded):encoded}
function interpolatePath(path,segments,params,decoder,usedParams){
let trailingSlash=path.endsWith(`/`)?`/`:``,joined=``;
for(let part of segments){
if(typeof part==`string`){
joined+=part;
continue}
let[kind,key,prefix,rawSuffix]=part,splat=kind===2,suffix=splat&&rawSuffix!==void 0?rawSuffix+trailingSlash:rawSuffix,paramValue=params[key];
if(kind!==3||paramValue!=null){
if(usedParams&&(usedParams[key]=paramValue,splat&&(usedParams[`*`]=paramValue)),splat&&isMissingSplat(paramValue)){
if(prefix===`/`&&!suffix)continue;
paramValue=``}
joined+=prefix+encodeParam(key,paramValue,decoder)+(suffix||``)}}
return joined+trailingSlash||`/`}
function isNotFound(obj){
return obj?.isNotFound===!0}
function getSafeSessionStorage(){
try{
return sessionStorage}catch{
return}}
var storageKey=`tsr-scroll-restoration-v1_3`,safeSessionStorage=getSafeSessionStorage();
function createScrollRestorationCache(){
try{
return JSON.parse(safeSessionStorage?.getItem(`tsr-scroll-restoration-v1_3`)||`{}`)}catch{
return{}}}
var scrollRestorationCache=createScrollRestorationCache(),scrollRestorationIdAttribute=`data-scroll-restoration-id`,defaultGetScrollRestorationKey=location=>location.state.__TSR_key||location.href;
function getScrollRestorationSelector(element){
let attrId=element.getAttribute(scrollRestorationIdAttribute);
if(attrId)return`[${scrollRestorationIdAttribute}="${attrId}"]`;
let selector=``,el=element,parent;
for(;parent=el.parentNode;){
let index=1,sibling=el;
for(;sibling=sibling.previousElementSibling;)index++;
let part=`${el.localName}:nth-child(${index})`;
selector=selector?`${part} > ${selector}`:part,el=parent}
return selector}
var ignoreScroll=!1,windowScrollTarget=`window`;
function getElement(selector){
try{
return typeof selector==`function`?selector():document.querySelector(selector)}catch{}}
function getScrollToTopElements(scrollToTopSelectors){
let elements=new Set;
for(let selector of scrollToTopSelectors){
if(selector===windowScrollTarget)continue;
let element=getElement(selector);
element&&elements.add(element)}
return elements}
function setupScrollRestoration(router,force){
let shouldSetupScrollRestoration=force??router.options.scrollRestoration,scroll=router._scroll;
shouldSetupScrollRestoration&&(scroll.e=!0);
let getKey=router.options.getScrollRestorationKey||defaultGetScrollRestorationKey,trackedScrollTargets=new Set,snapshotCurrentScrollTargets=restoreKey=>{
let keyEntry=scrollRestorationCache[restoreKey]||={};
for(let target of trackedScrollTargets)target===document?keyEntry[windowScrollTarget]={scrollX,scrollY}:target.isConnected&&(keyEntry[getScrollRestorationSelector(target)]={scrollX:target.scrollLeft,scrollY:target.scrollTop})};
shouldSetupScrollRestoration&&!scroll.s&&(scroll.s=!0,ignoreScroll=!1,history.scrollRestoration=`manual`,document.addEventListener(`scroll`,event=>{
ignoreScroll||trackedScrollTargets.add(event.target)},!0),router.subscribe(`onBeforeLoad`,event=>{
event.fromLocation&&snapshotCurrentScrollTargets(getKey(event.fromLocation)),trackedScrollTargets.clear()}),addEventListener(`pagehide`,()=>{
history.scrollRestoration=`auto`,snapshotCurrentScrollTargets(getKey(router.stores.resolvedLocation.get()??router.stores.location.get()));
try{
safeSessionStorage?.setItem(storageKey,JSON.stringify(scrollRestorationCache))}catch{}}),addEventListener(`pageshow`,event=>{
event.persisted&&(history.scrollRestoration=`manual`)})),scroll.r||(scroll.r=!0,router.subscribe(`onRendered`,event=>{
let behavior=router.options.scrollRestorationBehavior,scrollToTopSelectors=router.options.scrollToTopSelectors,shouldResetScroll=scroll.n,hashNavigation=scroll.h,scrollToTopElements;
if(trackedScrollTargets.clear(),scroll.n=!0,scroll.h=!1,typeof router.options.scrollRestoration==`function`&&!router.options.scrollRestoration({location:router.latestLocation}))return;
let cacheKey=getKey(event.toLocation),fromCacheKey=event.fromLocation&&getKey(event.fromLocation);
if(scroll.e&&fromCacheKey&&fromCacheKey!==cacheKey){
let fromElementEntries=scrollRestorationCache[fromCacheKey];
if(fromElementEntries){
let toElementEntries=scrollRestorationCache[cacheKey];
for(let elementSelector in fromElementEntries){
if(elementSelector===windowScrollTarget){
if(shouldResetScroll)continue}else{
let element=getElement(elementSelector);
if(!element||shouldResetScroll&&scrollToTopSelectors&&(scrollToTopElements??=getScrollToTopElements(scrollToTopSelectors),scrollToTopElements.has(element)))continue}
toElementEntries||=scrollRestorationCache[cacheKey]={},toElementEntries[elementSelector]??=fromElementEntries[elementSelector]}}}
ignoreScroll=!0;
try{
let hash=event.toLocation.hash,hashScrollIntoViewOptions=event.toLocation.state.__hashScrollIntoViewOptions??!0,windowRestored=!1;
if(shouldResetScroll){
!hash&&scrollToTopSelectors&&(scrollToTopElements??=getScrollToTopElements(scrollToTopSelectors));
let skipWindowRestore=hash&&hashScrollIntoViewOptions&&hashNavigation,elementEntries=scroll.e?scrollRestorationCache[cacheKey]:void 0;
if(elementEntries)for(let elementSelector in elementEntries){
let{scrollX,scrollY}=elementEntries[elementSelector];
if(elementSelector===windowScrollTarget){
if(skipWindowRestore)continue;
scrollTo({top:scrollY,left:scrollX,behavior}),windowRestored=!0}else{
let element=getElement(elementSelector);
element&&(element.scrollLeft=scrollX,element.scrollTop=scrollY,scrollToTopElements?.delete(element))}}
if(!hash){
let scrollOptions={top:0,left:0,behavior};
if(windowRestored||scrollTo(scrollOptions),scrollToTopElements)for(let element of scrollToTopElements)element.scrollTo(scrollOptions)}}
!windowRestored&&hash&&hashScrollIntoViewOptions&&document.getElementById(hash)?.scrollIntoView(hashScrollIntoViewOptions)}finally{
ignoreScroll=!1}}))}
function encode(obj,stringify=String){
let result;
for(let key in obj){
let val=obj[key];
val!==void 0&&(result||=new URLSearchParams).set(key,stringify(val))}
return result?result.toString():``}
function toValue(str){
return str?str===`false`?!1:str===`true`?!0:str*0==0&&+str+``===str?+str:str:``}
function decode(str){
let searchParams=new URLSearchParams(str),result=Object.create(null);
for(let[key,value]of searchParams.entries()){
let previousValue=result[key];
previousValue==null?result[key]=toValue(value):Array.isArray(previousValue)?previousValue.push(toValue(value)):result[key]=[previousValue,toValue(value)]}
return result}
var jsonStart=/^(?:\s|["[{\d-]|fa|nu|tr)/,defaultParseSearch=parseSearchWith(JSON.parse),defaultStringifySearch=stringifySearchWith(JSON.stringify,JSON.parse);
function parseSearchWith(parser){
let isJsonParser=parser===JSON.parse;
return searchStr=>{
searchStr[0]===`?`&&(searchStr=searchStr.slice(1));
let query=decode(searchStr);
for(let key in query){
let value=query[key];
if(typeof value==`string`){
if(isJsonParser&&!jsonStart.test(value))continue;
try{
query[key]=parser(value)}catch{}}}
return query}}
function stringifySearchWith(stringify,parser){
let isJsonParser=parser===JSON.parse;
function stringifyValue(val){
if(val&&typeof val==`object`)try{
return stringify(val)}catch{}else if(parser&&typeof val==`string`){
if(isJsonParser&&!jsonStart.test(val))return val;
try{
return parser(val),stringify(val)}catch{}}
return val}
return search=>{
let searchStr=encode(search,stringifyValue);
return searchStr?`?${searchStr}`:``}}
var rootRouteId=`__root__`;
function redirect(opts){
opts.statusCode=opts.statusCode||opts.code||307;
let headers=new Headers(opts.headers);
opts.href&&headers.get(`Location`)===null&&headers.set(`Location`,opts.href);
let response=new Response(null,{status:opts.statusCode,headers});
if(response.options=opts,opts.throw)throw response;
return response}
function isRedirect(obj){
return obj instanceof Response&&!!obj.options}
function createSieveCache(max){
let cache=new Map,hand,newest;
return{get(key){
let entry=cache.get(key);
if(entry)return entry.visited=!0,entry.value},set(key,value){
let existing=cache.get(key);
if(existing){
existing.value=value;
return}
if(cache.size>=max){
let node=hand?.next().value;
for(;!node||node.visited;)node?node.visited=!1:hand=cache.values(),node=hand.next().value;
node===newest&&(hand=void 0),cache.delete(node.key)}
let entry={key,value,visited:!1};
newest=entry,cache.set(key,entry)},clear(){
cache.clear(),hand=void 0,newest=void 0}}}
var SEGMENT_TYPE_INDEX=4,SEGMENT_TYPE_PATHLESS=5;
function getParamNames(data){
let cached=data.names;
if(cached)return cached;
let keys=[];
for(let segment of data)typeof segment!=`string`&&keys.push(segment[1]);
return data.names=keys}
function parseSegment(path,start,end){
let part=path.slice(start,end);
if(part.charCodeAt(0)===36)return part.length===1?[2,`_splat`,``,void 0]:[1,part.slice(1),``,``];
let open=part.indexOf(`{`);
if(open>=0){
let close=part.indexOf(`}`,open),optional=part.charCodeAt(open+1)===45,nameStart=open+(optional?3:2);
if(close>=0&&part.charCodeAt(nameStart-1)===36&&(!optional||nameStart<close)){
let key=part.slice(nameStart,close);
return[optional?3:key?1:2,key||`_splat`,part.slice(0,open),path.slice(start+close+1,key?end:path.length)]}}
return part}
function parseSegments(defaultCaseSensitive,route,start,node,dynamicListsToSort,parentInterpolation){
let cursor=start,path=route.fullPath??route.from,options=route.options,length=path.length,literalEnd=path.endsWith(`/`)?length-1:length,caseSensitive=options?.caseSensitive??defaultCaseSensitive,parseParams=options?.params?.parse??options?.parseParams,interpolation,literalStart=parentInterpolation?start-1:0;
if(!node||path.includes(`$`)){
interpolation=parentInterpolation?.slice()??[];
let tail=last(interpolation);
tail&&typeof tail!=`string`&&tail[0]===2&&(interpolation[interpolation.length-1]=[tail[0],tail[1],tail[2],tail[3]===void 0?void 0:tail[3]+path.substring(start-(path[start-2]===`/`?2:1),literalEnd)],literalStart=length)}
for(;cursor<length;){
let start=cursor,next=path.indexOf(`/`,start),end=next===-1?length:next,segment=parseSegment(path,start,end);
cursor=end+1;
let nextNode;
if(typeof segment==`string`){
if(!node)continue;
let name=segment,staticChildren;
caseSensitive?staticChildren=node.static??=new Map:(name=segment.toLowerCase(),staticChildren=node.staticInsensitive??=new Map);
let existingNode=staticChildren.get(name);
if(existingNode)nextNode=existingNode;else{
let next=createSegmentNode(node);
nextNode=next,staticChildren.set(name,next)}}else{
let kind=segment[0],prefix=segment[2],suffix=segment[3]??``;
if(kind===2&&(end=length,cursor=end+1),interpolation&&literalStart<end&&(literalStart<start-1&&interpolation.push(path.slice(literalStart,start-1)),segment[2]=`/`+prefix,kind===2&&segment[3]!==void 0&&literalEnd<length&&(segment[3]=suffix.slice(0,-1)),interpolation.push(segment),literalStart=end),!node)continue;
let actuallyCaseSensitive=caseSensitive&&!!(prefix||suffix);
caseSensitive||(prefix=prefix.toLowerCase(),suffix=suffix.toLowerCase());
let siblings=kind===1?node.dynamic??=[]:kind===3?node.optional??=[]:node.wildcard??=[],existingNode=kind!==2&&!parseParams&&siblings.find(s=>!s.parse&&s.caseSensitive===actuallyCaseSensitive&&s.prefix===prefix&&s.suffix===suffix);
if(existingNode)nextNode=existingNode;else{
let next=createSegmentNode(node,kind,actuallyCaseSensitive,prefix,suffix);
nextNode=next,siblings.push(next),siblings.length===2&&dynamicListsToSort?.push(siblings)}}
node=nextNode}
interpolation&&literalStart<literalEnd&&interpolation.push(path.slice(literalStart,literalEnd));
let segmentData=interpolation?.slice();
if(!node)return segmentData;
if(parseParams&&route.children&&!route.isRoot&&route.id&&route.id.charCodeAt(route.id.lastIndexOf(`/`)+1)===95){
let pathlessNode=createSegmentNode(node,SEGMENT_TYPE_PATHLESS);
(node.pathless??=[]).push(pathlessNode),node=pathlessNode}
let isLeaf=(route.path||!route.children)&&!route.isRoot;
if(isLeaf&&literalEnd<length){
let indexNode=createSegmentNode(node,SEGMENT_TYPE_INDEX);
node.index=indexNode,node=indexNode}
return node.parse=parseParams??null,node.priority=options?.params?.priority??0,node.route||(node.data=segmentData,isLeaf&&(node.route=route)),[node,cursor,segmentData]}
function sortDynamic(a,b){
if(a.parse&&!b.parse)return-1;
if(!a.parse&&b.parse)return 1;
if(a.parse&&b.parse&&(a.priority||b.priority))return b.priority-a.priority;
if(a.prefix&&b.prefix&&a.prefix!==b.prefix){
if(a.prefix.startsWith(b.prefix))return-1;
if(b.prefix.startsWith(a.prefix))return 1}
if(a.suffix&&b.suffix&&a.suffix!==b.suffix){
if(a.suffix.endsWith(b.suffix))return-1;
if(b.suffix.endsWith(a.suffix))return 1}
return a.prefix&&!b.prefix?-1:!a.prefix&&b.prefix?1:a.suffix&&!b.suffix?-1:!a.suffix&&b.suffix?1:a.caseSensitive&&!b.caseSensitive?-1:!a.caseSensitive&&b.caseSensitive?1:0}
function createSegmentNode(parent,kind=0,caseSensitive,prefix,suffix){
return{kind,depth:parent?parent.depth+1:0,pathless:null,index:null,static:null,staticInsensitive:null,dynamic:null,optional:null,wildcard:null,route:null,data:void 0,parent,parse:null,priority:0,caseSensitive,prefix,suffix}}
function processRouteMasks(routeList,processedTree){
let segmentTree=createSegmentNode(),dynamicListsToSort=[];
function visit(route,start,parentNode,parentInterpolation){
let[node,cursor,segments]=parseSegments(!1,route,start,parentNode,dynamicListsToSort,parentInterpolation);
if(route.children)for(let child of route.children)visit(child,cursor,node,segments)}
for(let route of routeList)visit(route,1,segmentTree);
for(let nodes of dynamicListsToSort)nodes.sort(sortDynamic);
processedTree.masksTree=segmentTree,processedTree.flatCache=createSieveCache(1e3)}
function findFlatMatch(path,processedTree){
path||=`/`;
let cached=processedTree.flatCache.get(path);
if(cached!==void 0)return cached;
let result=findMatch(path,processedTree.masksTree);
return processedTree.flatCache.set(path,result),result}
function findSingleMatch(from,caseSensitive,fuzzy,path,processedTree){
from||=`/`,path||=`/`;
let key=caseSensitive?`case\0${from}`:from,tree=processedTree.singleCache.get(key);
return tree||(tree=createSegmentNode(),parseSegments(caseSensitive,{from},1,tree),processedTree.singleCache.set(key,tree)),findMatch(path,tree,fuzzy)}
function findRouteMatch(path,processedTree,fuzzy=!1){
let key=fuzzy?path:`nofuzz\0${path}`,cached=processedTree.matchCache.get(key);
if(cached!==void 0)return cached;
path||=`/`;
let result;
try{
result=findMatch(path,processedTree.segmentTree,fuzzy)}catch(err){
if(err instanceof URIError)result=null;else throw err}
return result&&(result.branch=buildRouteBranch(result.route)),processedTree.matchCache.set(key,result),result}
function processRouteTree(routeTree,caseSensitive=!1){
let segmentTree=createSegmentNode(),dynamicListsToSort=[],routesById={},routesByPath={},index=0;
function visit(route,start,parentNode,parentInterpolation){
if(route.init(index),route.id in routesById&&invariant(),routesById[route.id]=route,index!==0&&route.path){
let trimmedFullPath=trimPathRight(route.fullPath);
(!routesByPath[trimmedFullPath]||route.fullPath.endsWith(`/`))&&(routesByPath[trimmedFullPath]=route)}
index++;
let[node,cursor,segments]=parseSegments(caseSensitive,route,start,parentNode,dynamicListsToSort,parentInterpolation);
if(route._interpolation=segments,route.children)for(let child of route.children)visit(child,cursor,node,segments)}
visit(routeTree,1,segmentTree);
for(let nodes of dynamicListsToSort)nodes.sort(sortDynamic);
return{processedTree:{segmentTree,singleCache:createSieveCache(1e3),matchCache:createSieveCache(1e3),flatCache:null,masksTree:null},routesById,routesByPath}}
function findMatch(path,segmentTree,fuzzy=!1){
let parts=path.split(`/`),leaf=getNodeMatch(path,parts,segmentTree,fuzzy);
if(!leaf)return null;
let[rawParams]=extractParams(path,parts,leaf);
return{route:leaf.node.route,rawParams}}
function extractParams(path,parts,leaf){
let list=buildBranch(leaf.node),names=leaf.node.data&&getParamNames(leaf.node.data),rawParams=Object.create(null),partIndex=leaf.extract?.part??0,nodeIndex=leaf.extract?.node??0,pathIndex=leaf.extract?.path??0,paramIndex=leaf.extract?.param??0;
for(;nodeIndex<list.length;partIndex++,nodeIndex++,pathIndex++){
let node=list[nodeIndex];
if(node.kind===SEGMENT_TYPE_INDEX)break;
if(node.kind===SEGMENT_TYPE_PATHLESS){
partIndex--,pathIndex--;
continue}
let part=parts[partIndex],currentPathIndex=pathIndex;
if(part&&(pathIndex+=part.length),node.kind===1||node.kind===3){
let name=names[paramIndex++];
if(node.kind===3&&leaf.skipped&1<<nodeIndex){
partIndex--,pathIndex=currentPathIndex-1;
continue}
let value=node.suffix||node.prefix?part.substring(node.prefix.length,part.length-node.suffix.length):part;
(value||node.kind===1)&&(rawParams[name]=decodeURIComponent(value))}else if(node.kind===2){
let n=node,value=path.substring(currentPathIndex+n.prefix.length,path.length-n.suffix.length),splat=decodeURIComponent(value);
rawParams[`*`]=splat,rawParams._splat=splat;
break}}
return leaf.rawParams&&Object.assign(rawParams,leaf.rawParams),[rawParams,{part:partIndex,node:nodeIndex,path:pathIndex,param:paramIndex}]}
function buildRouteBranch(route){
let list=[route];
for(;route.parentRoute;)route=route.parentRoute,list.push(route);
return list.reverse(),list}
function buildBranch(node){
let list=Array(node.depth+1);
do list[node.depth]=node,node=node.parent;while(node);
return list}
function getNodeMatch(path,parts,segmentTree,fuzzy){
if(path===`/`&&segmentTree.index)return{node:segmentTree.index,skipped:0};
let trailingSlash=!last(parts),pathIsIndex=trailingSlash&&path!==`/`,partsLength=parts.length-+!!trailingSlash,stack=[{node:segmentTree,index:1,skipped:0,statics:0,dynamics:0,optionals:0}],bestFuzzy=null,bestMatch=null;
for(;stack.length;){
let frame=stack.pop(),{node,index,skipped,statics,dynamics,optionals}=frame,{extract,rawParams}=frame;
if(node.kind===2&&node.route&&!isFrameMoreSpecific(bestMatch,frame))continue;
if(node.parse){
if(!validateParseParams(path,parts,frame))continue;
rawParams=frame.rawParams,extract=frame.extract}
fuzzy&&node.route&&node.kind!==SEGMENT_TYPE_INDEX&&isFrameMoreSpecific(bestFuzzy,frame)&&(bestFuzzy=frame);
let isBeyondPath=index===partsLength;
if(isBeyondPath&&(node.route&&(!pathIsIndex||node.kind===SEGMENT_TYPE_INDEX||node.kind===2)&&isFrameMoreSpecific(bestMatch,frame)&&(bestMatch=frame),!node.optional&&!node.wildcard&&!node.index&&!node.pathless))continue;
let part=isBeyondPath?void 0:parts[index],lowerPart;
if(isBeyondPath&&node.index){
let indexFrame={node:node.index,index,skipped,statics,dynamics,optionals,extract,rawParams},indexValid=!0;
if(node.index.parse&&(validateParseParams(path,parts,indexFrame)||(indexValid=!1)),indexValid){
if(!dynamics&&!optionals&&!skipped&&isPerfectStaticMatch(statics,partsLength))return indexFrame;
isFrameMoreSpecific(bestMatch,indexFrame)&&(bestMatch=indexFrame)}}
if(node.wildcard)for(let i=node.wildcard.length-1;i>=0;i--){
let segment=node.wildcard[i],{prefix,suffix}=segment;
if(!prefix||!isBeyondPath&&(segment.caseSensitive?part:lowerPart??=part.toLowerCase()).startsWith(prefix)){
if(suffix){
if(isBeyondPath)continue;
let end=parts.slice(index).join(`/`),suffixPart=end.slice(-suffix.length);
if((segment.caseSensitive?suffixPart:suffixPart.toLowerCase())!==suffix||end.length-suffix.length<prefix.length)continue}
stack.push({node:segment,index:partsLength,skipped,statics,dynamics,optionals,extract,rawParams})}}
if(node.optional){
let nextSkipped=skipped|1<<node.depth+1;
for(let i=node.optional.length-1;i>=0;i--){
let segment=node.optional[i];
stack.push({node:segment,index,skipped:nextSkipped,statics,dynamics,optionals,extract,rawParams})}
if(!isBeyondPath)for(let i=node.optional.length-1;i>=0;i--){
let segment=node.optional[i],{prefix,suffix}=segment;
if(prefix||suffix){
let casePart=segment.caseSensitive?part:lowerPart??=part.toLowerCase();
if(prefix&&!casePart.startsWith(prefix)||suffix&&casePart.indexOf(suffix,casePart.length-suffix.length)<prefix.length)continue}
stack.push({node:segment,index:index+1,skipped,statics,dynamics,optionals:optionals+segmentScore(partsLength,index),extract,rawParams})}}
if(!isBeyondPath&&node.dynamic&&part)for(let i=node.dynamic.length-1;i>=0;i--){
let segment=node.dynamic[i],{prefix,suffix}=segment;
if(prefix||suffix){
let casePart=segment.caseSensitive?part:lowerPart??=part.toLowerCase();
if(prefix&&!casePart.startsWith(prefix)||suffix&&casePart.indexOf(suffix,casePart.length-suffix.length)<prefix.length)continue}
stack.push({node:segment,index:index+1,skipped,statics,dynamics:dynamics+segmentScore(partsLength,index),optionals,extract,rawParams})}
if(!isBeyondPath&&node.staticInsensitive){
let match=node.staticInsensitive.get(lowerPart??=part.toLowerCase());
match&&stack.push({node:match,index:index+1,skipped,statics:statics+segmentScore(partsLength,index),dynamics,optionals,extract,rawParams})}
if(!isBeyondPath&&node.static){
let match=node.static.get(part);
match&&stack.push({node:match,index:index+1,skipped,statics:statics+segmentScore(partsLength,index),dynamics,optionals,extract,rawParams})}
if(node.pathless)for(let i=node.pathless.length-1;i>=0;i--){
let segment=node.pathless[i];
stack.push({node:segment,index,skipped,statics,dynamics,optionals,extract,rawParams})}}
if(bestMatch)return bestMatch;
if(fuzzy&&bestFuzzy){
let sliceIndex=bestFuzzy.index;
for(let i=0;i<bestFuzzy.index;i++)sliceIndex+=parts[i].length;
let splat=sliceIndex===path.length?`/`:path.slice(sliceIndex);
return bestFuzzy.rawParams??=Object.create(null),bestFuzzy.rawParams[`**`]=decodeURIComponent(splat),bestFuzzy}
return null}
function segmentScore(partsLength,index){
return 2**(partsLength-index-1)}
function isPerfectStaticMatch(statics,partsLength){
return statics===2**(partsLength-1)-1}
function validateParseParams(path,parts,frame){
let rawParams,state;
try{
[rawParams,state]=extractParams(path,parts,frame)}catch{
return null}
if(frame.rawParams=rawParams,frame.extract=state,!frame.node.parse)return!0;
try{
if(frame.node.parse(rawParams)===!1)return null}catch{}
return!0}
function isFrameMoreSpecific(prev,next){
return!prev||next.statics>prev.statics||next.statics===prev.statics&&(next.dynamics>prev.dynamics||next.dynamics===prev.dynamics&&(next.optionals>prev.optionals||next.optionals===prev.optionals&&((next.node.kind===SEGMENT_TYPE_INDEX)>(prev.node.kind===SEGMENT_TYPE_INDEX)||next.node.kind===SEGMENT_TYPE_INDEX==(prev.node.kind===SEGMENT_TYPE_INDEX)&&next.node.depth>prev.node.depth)))}
function rewriteBasepath(basepath,caseSensitive,rewrite){
let trimmedBasepath=trimPath(basepath),normalizedBasepath=`/${trimmedBasepath}`,checkBasepath=caseSensitive?normalizedBasepath:normalizedBasepath.toLowerCase(),checkBasepathWithSlash=`${checkBasepath}/`,basepathRewrite={input:({url})=>{
let pathname=caseSensitive?url.pathname:url.pathname.toLowerCase();
return pathname===checkBasepath?url.pathname=`/`:pathname.startsWith(checkBasepathWithSlash)&&(url.pathname=url.pathname.slice(normalizedBasepath.length)),url},output:({url})=>(url.pathname=cleanPath(`/${trimmedBasepath}${url.pathname}`),url)};
return rewrite?{input:({url})=>executeRewriteInput(rewrite,basepathRewrite.input({url})),output:({url})=>basepathRewrite.output({url:executeRewriteOutput(rewrite,url)})}:basepathRewrite}
function executeRewriteInput(rewrite,url){
let res=rewrite?.input?.({url});
if(res){
if(typeof res==`string`)return new URL(res);
if(res instanceof URL)return res}
return url}
function executeRewriteOutput(rewrite,url){
let res=rewrite?.output?.({url});
if(res){
if(typeof res==`string`)return new URL(res);
if(res instanceof URL)return res}
return url}
function createRouterStores(initialLocation,config){
let{createMutableStore,createReadonlyStore,batch}=config,byRoute=new Map,status=createMutableStore(`idle`),location=createMutableStore(initialLocation),resolvedLocation=createMutableStore(void 0),ids=createMutableStore([]),matches=createReadonlyStore(()=>ids.get().map(id=>byRoute.get(id).get())),__store=createReadonlyStore(()=>({status:status.get(),isLoading:status.get()===`pending`,matches:matches.get(),location:location.get(),resolvedLocation:resolvedLocation.get()}));
function getMatchStore(routeId){
let matchStore=byRoute.get(routeId);
return matchStore||(matchStore=createMutableStore(void 0),byRoute.set(routeId,matchStore)),matchStore}
let store={status,location,resolvedLocation,ids,matches,byRoute,__store,getMatchStore,setMatches};
function setMatches(nextMatches){
let previousIds=ids.get(),nextIds=nextMatches.map(match=>match.routeId);
batch(()=>{
arraysEqual(previousIds,nextIds)||ids.set(nextIds);
for(let id of previousIds)nextIds.includes(id)||byRoute.get(id).set(()=>void 0);
for(let nextMatch of nextMatches){
let matchStore=getMatchStore(nextMatch.routeId);
matchStore.get()!==nextMatch&&matchStore.set(nextMatch)}})}
return store}
var stateIndexKey=`__TSR_index`,popStateEvent=`popstate`,beforeUnloadEvent=`beforeunload`,protocolRelativePrefix=/^[\x00-\x20]*(?:[\\/][\t\n\r]*){2,}/;
function normalizeProtocolRelative(url){
let match=protocolRelativePrefix.exec(url);
return match?`/`+url.slice(match[0].length):url}
function normalizeHref(href){
return/[\x00-\x1f\x7f]/.test(href)&&(href=href.replace(/[\x00-\x1f\x7f]/g,character=>`	
\r`.includes(character)?``:encodeURIComponent(character))),normalizeProtocolRelative(href)}
function createHistory(opts){
let location=opts.getLocation(),subscribers=new Set,notify=action=>{
location=opts.getLocation(),subscribers.forEach(subscriber=>subscriber({location,action}))},handleIndexChange=action=>{
opts.notifyOnIndexChange??!0?notify(action):location=opts.getLocation()},tryNavigation=async args=>{
let blockers=args.navigateOpts?.ignoreBlocker?void 0:opts.getBlockers?.();
if(typeof document<`u`&&blockers?.length&&(args.type===`PUSH`||args.type===`REPLACE`))for(let blocker of blockers){
let nextLocation=parseHref(args.path,args.state);
if(await blocker.blockerFn({currentLocation:location,nextLocation,action:args.type})){
opts.onBlocked?.();
return}}
args.task()};
return{get location(){
return location},get length(){
return opts.getLength()},subscribers,subscribe:cb=>(subscribers.add(cb),()=>{
subscribers.delete(cb)}),push:(path,state,navigateOpts)=>{
let currentIndex=location.state[stateIndexKey];
state=assignKeyAndIndex(currentIndex+1,state),tryNavigation({task:()=>{
opts.pushState(path,state),notify({type:`PUSH`})},navigateOpts,type:`PUSH`,path,state})},replace:(path,state,navigateOpts)=>{
let currentIndex=location.state[stateIndexKey];
state=assignKeyAndIndex(currentIndex,state),tryNavigation({task:()=>{
opts.replaceState(path,state),notify({type:`REPLACE`})},navigateOpts,type:`REPLACE`,path,state})},go:(index,navigateOpts)=>{
tryNavigation({task:()=>{
opts.go(index,navigateOpts?.ignoreBlocker??!1),handleIndexChange({type:`GO`,index})},navigateOpts,type:`GO`})},back:navigateOpts=>{
tryNavigation({task:()=>{
opts.back(navigateOpts?.ignoreBlocker??!1),handleIndexChange({type:`BACK`})},navigateOpts,type:`BACK`})},forward:navigateOpts=>{
tryNavigation({task:()=>{
opts.forward(navigateOpts?.ignoreBlocker??!1),handleIndexChange({type:`FORWARD`})},navigateOpts,type:`FORWARD`})},canGoBack:()=>location.state[stateIndexKey]!==0,createHref:str=>opts.createHref(str),block:blocker=>{
if(!opts.setBlockers)return()=>{};
let blockers=opts.getBlockers?.()??[];
return opts.setBlockers([...blockers,blocker]),()=>{
let blockers=opts.getBlockers?.()??[];
opts.setBlockers?.(blockers.filter(b=>b!==blocker))}},flush:()=>opts.flush?.(),destroy:()=>opts.destroy?.(),notify,_getBlockers:()=>opts.getBlockers?.()??[]}}
function assignKeyAndIndex(index,state){
let key=createRandomKey();
return{...state,key,__TSR_key:key,[stateIndexKey]:index}}
function createBrowserHistory(opts){
let win=opts?.window??(typeof document<`u`?window:void 0),originalPushState=win.history.pushState,originalReplaceState=win.history.replaceState,blockers=[],_getBlockers=()=>blockers,_setBlockers=newBlockers=>blockers=newBlockers,createHref=path=>normalizeHref(opts?.createHref?opts.createHref(path):path),parseLocation=opts?.parseLocation??(()=>parseHref(`${win.location.pathname}${win.location.search}${win.location.hash}`,win.history.state));
if(!win.history.state?.__TSR_key&&!win.history.state?.key){
let addedKey=createRandomKey();
win.history.replaceState({[stateIndexKey]:0,key:addedKey,__TSR_key:addedKey},``)}
let currentLocation=parseLocation(),rollbackLocation,nextPopIsGo=!1,ignoreNextPop=!1,skipBlockerNextPop=!1,ignoreNextBeforeUnload=!1,getLocation=()=>currentLocation,next,flush=()=>{
next&&(history._ignoreSubscribers=!0,(next[2]?win.history.pushState:win.history.replaceState)(next[1],``,next[0]),history._ignoreSubscribers=!1,next=void 0,rollbackLocation=void 0)},queueHistoryAction=(isPush,destHref,state)=>{
let href=opts?.createHref?createHref(destHref):void 0,hasPendingAction=!!next;
hasPendingAction||(rollbackLocation=currentLocation),currentLocation=parseHref(destHref,state),next=[href??currentLocation.href,state,next?.[2]||isPush],hasPendingAction||queueMicrotask(()=>flush())},onPushPop=type=>{
currentLocation=parseLocation(),history.notify({type})},onPushPopEvent=async()=>{
if(ignoreNextBeforeUnload=!1,ignoreNextPop){
ignoreNextPop=!1;
return}
let nextLocation=parseLocation(),delta=nextLocation.state[stateIndexKey]-currentLocation.state[stateIndexKey],isForward=delta===1,isBack=delta===-1,isGo=!isForward&&!isBack||nextPopIsGo;
nextPopIsGo=!1;
let action=isGo?`GO`:isBack?`BACK`:`FORWARD`,notify=isGo?{type:`GO`,index:delta}:{type:isBack?`BACK`:`FORWARD`};
if(skipBlockerNextPop)skipBlockerNextPop=!1;else{
let blockers=_getBlockers();
if(typeof document<`u`&&blockers.length){
for(let blocker of blockers)if(await blocker.blockerFn({currentLocation,nextLocation,action})){
ignoreNextPop=!0,win.history.go(-delta),history.notify(notify);
return}}}
currentLocation=parseLocation(),history.notify(notify)},onBeforeUnload=e=>{
if(ignoreNextBeforeUnload){
ignoreNextBeforeUnload=!1;
return}
let shouldBlock=!1,blockers=_getBlockers();
if(typeof document<`u`&&blockers.length)for(let blocker of blockers){
let shouldHaveBeforeUnload=blocker.enableBeforeUnload??!0;
if(shouldHaveBeforeUnload===!0||typeof shouldHaveBeforeUnload==`function`&&shouldHaveBeforeUnload()===!0){
shouldBlock=!0;
break}}
if(shouldBlock)return e.preventDefault(),e.returnValue=``},history=createHistory({getLocation,getLength:()=>win.history.length,pushState:(href,state)=>queueHistoryAction(!0,href,state),replaceState:(href,state)=>queueHistoryAction(!1,href,state),back:ignoreBlocker=>(ignoreBlocker&&(skipBlockerNextPop=!0,ignoreNextBeforeUnload=!0),win.history.back()),forward:ignoreBlocker=>{
ignoreBlocker&&(skipBlockerNextPop=!0,ignoreNextBeforeUnload=!0),win.history.forward()},go:(n,ignoreBlocker)=>{
nextPopIsGo=!0,ignoreBlocker&&(skipBlockerNextPop=!0,ignoreNextBeforeUnload=!0),win.history.go(n)},createHref,flush,destroy:()=>{
win.history.pushState=originalPushState,win.history.replaceState=originalReplaceState,win.removeEventListener(beforeUnloadEvent,onBeforeUnload,{capture:!0}),win.removeEventListener(popStateEvent,onPushPopEvent)},onBlocked:()=>{
rollbackLocation&&currentLocation!==rollbackLocation&&(currentLocation=rollbackLocation)},getBlockers:_getBlockers,setBlockers:_setBlockers,notifyOnIndexChange:!1});
return history._ignoreNextBeforeUnload=href=>{
ignoreNextBeforeUnload=!1;
try{
href=new URL(href,win.document.baseURI).href,ignoreNextBeforeUnload=/^https?:/.test(href)&&(!href.includes(`#`)||href.split(`#`)[0]!==win.location.href.split(`#`)[0])}catch{}},win.addEventListener(beforeUnloadEvent,onBeforeUnload,{capture:!0}),win.addEventListener(popStateEvent,onPushPopEvent),win.history.pushState=function(...args){
let res=originalPushState.apply(win.history,args);
return history._ignoreSubscribers||onPushPop(`PUSH`),res},win.history.replaceState=function(...args){
let res=originalReplaceState.apply(win.history,args);
return history._ignoreSubscribers||onPushPop(`REPLACE`),res},history}
function parseHref(href,state){
let sanitizedHref=normalizeHref(href),hashIndex=sanitizedHref.indexOf(`#`),searchIndex=sanitizedHref.indexOf(`?`);
if(!state){
let key=createRandomKey();
state={[stateIndexKey]:0,key,__TSR_key:key}}
return{href:sanitizedHref,pathname:sanitizedHref.slice(0,hashIndex>-1?searchIndex>-1?Math.min(hashIndex,searchIndex):hashIndex:searchIndex>-1?searchIndex:sanitizedHref.length),hash:hashIndex>-1?sanitizedHref.slice(hashIndex):``,search:searchIndex>-1?sanitizedHref.slice(searchIndex,hashIndex===-1?void 0:hashIndex):``,state}}
function createRandomKey(){
return(Math.random()+1).toString(36).slice(7)}
function isExternalUrl(url,origin){
return url.protocol!==`http:`&&url.protocol!==`https:`||url.origin!==origin||!!url.username||!!url.password}
function getUrlPath(url){
return url.pathname+url.search+url.hash}
function routeNeedsLoad(route){
return route.options.loader||route.options.beforeLoad||route.lazyFn||route.options.component?.preload||route.options.pendingComponent?.preload}
function getLocationChangeInfo(location,resolvedLocation){
return{fromLocation:resolvedLocation,toLocation:location,pathChanged:resolvedLocation?.pathname!==location.pathname,hrefChanged:resolvedLocation?.href!==location.href,hashChanged:resolvedLocation?.hash!==location.hash}}
function _getUserHistoryState({key:_key,__TSR_key:_tsrKey,__TSR_index:_tsrIndex,__hashScrollIntoViewOptions:_hashScroll,...state}){
return state}
function lifecycleEnd(matches){
return matches.findIndex(match=>match.status===`error`||match.status===`notFound`||match._notFound)+1}
function runRouteLifecycle(router,previous,matches,previousEnd,nextEnd,owner){
previousEnd&&(previous=previous.slice(0,previousEnd)),nextEnd&&(matches=matches.slice(0,nextEnd));
for(let match of previous){
if(owner&&router._tx!==owner)return;
matches.some(candidate=>candidate.routeId===match.routeId)||router.routesById[match.routeId].options.onLeave?.(match)}
for(let match of matches){
if(owner&&router._tx!==owner)return;
router.routesById[match.routeId].options[previous.some(candidate=>candidate.routeId===match.routeId)?`onStay`:`onEnter`]?.(match)}}
var RouterCore=class{
constructor(options,getStoreConfig){
this.tempLocationKey=`${Math.round(Math.random()*1e7)}`,this._scroll={n:!0},this.subscribers=new Set,this._cache=new Map,this._committed=[],this.startTransition=async fn=>(fn(),!1),this.update=newOptions=>{
let prevOptions=this.options;
this.options={...prevOptions,...newOptions},this.isServer=this.options.isServer??!1??typeof document>`u`,this.staticLocations=new WeakMap,this.protocolAllowlist=new Set(this.options.protocolAllowlist),(!this.history||this.options.history&&this.options.history!==this.history)&&(this.history=this.options.history?this.options.history:createBrowserHistory()),this.origin=this.options.origin,this.origin||=window?.origin&&window.origin!==`null`?window.origin:`http://localhost`;
let nextBasepath=this.options.basepath??`/`,nextRewriteOption=this.options.rewrite,rewriteChanged=this.basepath!==nextBasepath||prevOptions?.rewrite!==nextRewriteOption||prevOptions?.caseSensitive!==this.options.caseSensitive;
if(rewriteChanged&&(this.basepath=nextBasepath,this.rewrite=nextBasepath!==`/`&&trimPath(nextBasepath)?rewriteBasepath(nextBasepath,this.options.caseSensitive,nextRewriteOption):nextRewriteOption),this.history&&this.updateLatestLocation(),this.options.routeTree!==this.routeTree){
this.routeTree=this.options.routeTree;
let processRouteTreeResult;
processRouteTreeResult=this.buildRouteTree(),this.setRoutes(processRouteTreeResult)}
if(this.stores)rewriteChanged&&this.stores.location.set(this.latestLocation);else if(this.latestLocation){
let config=this.getStoreConfig(this);
this.batch=config.batch,this.stores=createRouterStores(this.latestLocation,config),setupScrollRestoration(this)}},this.updateLatestLocation=()=>{
this.latestLocation=this.parseLocation(this.history.location,this.latestLocation)},this.buildRouteTree=()=>{
let result=processRouteTree(this.routeTree,this.options.caseSensitive);
return this.options.routeMasks&&processRouteMasks(this.options.routeMasks,result.processedTree),{...result,resolvePathCache:createSieveCache(1e3)}},this.subscribe=(eventType,fn)=>{
let listener={eventType,fn};
return this.subscribers.add(listener),()=>{
this.subscribers.delete(listener)}},this.emit=routerEvent=>{
for(let listener of this.subscribers)if(listener.eventType===routerEvent.type)try{
listener.fn(routerEvent)}catch(e){
console.error(e)}},this.parseLocation=(locationToParse,previousLocation)=>{
let parse=({pathname,search,hash,href},state)=>{
if(!this.rewrite&&!/[ \x00-\x1f\x7f\u0080-\uffff]/.test(pathname)){
let parsedSearch=this.options.parseSearch(search),searchStr=this.options.stringifySearch(parsedSearch);
return{href:pathname+searchStr+hash,publicHref:pathname+searchStr+hash,pathname:decodePath(pathname),external:!1,searchStr,search:nullReplaceEqualDeep(previousLocation?.search,parsedSearch),hash:decodePath(hash.slice(1)),state:replaceEqualDeep(previousLocation?.state,state)}}
let url=executeRewriteInput(this.rewrite,new URL(href,this.origin)),parsedSearch=this.options.parseSearch(url.search),searchStr=this.options.stringifySearch(parsedSearch);
return url.search=searchStr,{href:url.href.replace(url.origin,``),publicHref:href,pathname:decodePath(normalizeProtocolRelative(url.pathname)),external:!!this.rewrite&&isExternalUrl(url,this.origin),searchStr,search:nullReplaceEqualDeep(previousLocation?.search,parsedSearch),hash:decodePath(url.hash.slice(1)),state:replaceEqualDeep(previousLocation?.state,state)}},location=parse(locationToParse,locationToParse.state),{__tempLocation,__tempKey}=location.state;
if(__tempLocation&&(!__tempKey||__tempKey===this.tempLocationKey)){
let parsedTempLocation=parse(__tempLocation,{...__tempLocation.state,__tempLocation:void 0,key:location.state.key,__TSR_key:location.state.__TSR_key});
return parsedTempLocation.maskedLocation=location,parsedTempLocation}
return location},this.matchRoutes=(pathnameOrNext,locationSearchOrOpts,opts)=>typeof pathnameOrNext==`string`?this.matchRoutesInternal({pathname:pathnameOrNext,search:locationSearchOrOpts},opts):this.matchRoutesInternal(pathnameOrNext,locationSearchOrOpts),this.getMatchedRoutes=pathname=>{
let rawParams=Object.create(null),match=findRouteMatch(trimPathRight(pathname),this.processedTree,!0);
return match&&Object.assign(rawParams,match.rawParams),[match?.branch||[this.routesById.__root__],rawParams,match?.route]},this.buildLocation=opts=>{
{
let cached=this.staticLocations.get(opts);
if(cached)return cached}
let usedCurrent=!1,build=(dest={})=>{
if(dest.href){
let parsed=parseHref(dest.href,{});
dest={...dest,to:executeRewriteInput(this.rewrite,new URL(parsed.pathname,this.origin)).pathname,search:this.options.parseSearch(parsed.search),hash:parsed.hash.slice(1)}}
let currentLocation=opts._fromLocation||this._pendingLocation||this.latestLocation,lightweight,current=()=>(usedCurrent=!0,currentLocation),currentMatch=()=>lightweight??=this.matchRoutesLightweight(current()),to=dest.to?`${dest.to}`:`.`,nextTo=resolvePath(to[0]===`/`?``:dest.unsafeRelative===`path`?current().pathname:dest.from??currentMatch()[1],to,this.options.trailingSlash,this.resolvePathCache),destRoute=this.routesByPath[trimPathRight(nextTo)],isTemplate=nextTo.includes(`$`),destRoutes;
if(destRoute)destRoutes=destRoute._branch??=buildRouteBranch(destRoute);else if(isTemplate)destRoutes=[];else{
let[matchedRoutes,rawParams,foundRoute]=this.getMatchedRoutes(nextTo);
destRoutes=matchedRoutes,this.options.notFoundRoute&&(!foundRoute||foundRoute.path!==`/`&&rawParams[`**`])&&(destRoutes=[...destRoutes,this.options.notFoundRoute])}
let interpolation=isTemplate?destRoute?._interpolation??parseSegments(!1,{fullPath:nextTo},0):void 0,nextParams;
for(let route of destRoutes){
let fn=route.options.params?.stringify??route.options.stringifyParams;
if(fn){
let fromParams=currentMatch()[3];
if(nextParams??=resolveNextParams(dest.params,fromParams),!hasKeys(nextParams))break;
nextParams===fromParams&&(nextParams=Object.assign(createNull(),nextParams));
try{
Object.assign(nextParams,fn(nextParams))}catch{}}}
nextParams??=resolveNextParams(dest.params,needsInheritedParams(dest.params,interpolation)?currentMatch()[3]:EMPTY_RECORD);
let nextPathname=opts.leaveParams?nextTo:normalizeProtocolRelative(decodePath(interpolation?interpolatePath(nextTo,interpolation,nextParams,this.pathParamsDecoder):nextTo)),middlewares=getSearchMiddlewares(destRoutes,opts._includeValidateSearch),fromSearch=()=>{
let search=currentMatch()[2];
if(opts._includeValidateSearch&&this.options.search?.strict){
let validatedSearch={};
destRoutes.forEach(route=>{
if(route.options.validateSearch)try{
Object.assign(validatedSearch,validateSearch(route.options.validateSearch,{...validatedSearch,...search}))}catch{}}),search=validatedSearch}
return search},nextSearch=middlewares.length?applySearchMiddleware(middlewares,fromSearch(),dest):dest.search===!0?fromSearch():typeof dest.search==`function`?dest.search(fromSearch()):dest.search||EMPTY_RECORD,searchStr=this.options.stringifySearch(nextSearch),hash=dest.hash===!0?current().hash:typeof dest.hash==`function`?dest.hash(current().hash):dest.hash||void 0,hashStr=hash?`#${hash}`:``,nextState=dest.state?dest.state===!0?current().state:typeof dest.state==`function`?dest.state(current().state):dest.state:EMPTY_RECORD,fullPath=`${nextPathname}${searchStr}${hashStr}`,href,publicHref,external=!1;
if(this.rewrite){
let url=new URL(fullPath,this.origin),origin=url.origin,rewrittenUrl=executeRewriteOutput(this.rewrite,url);
href=getUrlPath(url),isExternalUrl(rewrittenUrl,origin)?(publicHref=rewrittenUrl.href,external=!0):publicHref=normalizeProtocolRelative(getUrlPath(rewrittenUrl))}else href=encodePathLikeUrl(fullPath),publicHref=href;
return{publicHref,href,pathname:nextPathname,search:nextSearch,searchStr,state:nextState,hash:hash??``,external,unmaskOnReload:dest.unmaskOnReload}},next=build(opts);
if(opts.mask)next.maskedLocation=build({from:opts.from,...opts.mask});else if(this.options.routeMasks){
let match=findFlatMatch(next.pathname,this.processedTree);
if(match){
let params=Object.assign(createNull(),match.rawParams),{from:_from,params:maskParams,...maskProps}=match.route,nextParams=resolveNextParams(maskParams,params);
next.maskedLocation=build({from:opts.from,...maskProps,params:nextParams})}}
return!usedCurrent&&opts._fromLocation&&this.staticLocations.set(opts,next),next},this.commitLocation=async({viewTransition,ignoreBlocker,...next})=>{
let nextLocation=next.maskedLocation??next;
if(nextLocation.external)return documentNavigation(this,nextLocation.publicHref,{replace:next.replace,ignoreBlocker});
let historyAction,isSameLocation=trimPathRight(this.latestLocation.href)===trimPathRight(next.href)&&deepEqual(_getUserHistoryState(next.state),_getUserHistoryState(this.latestLocation.state)),previousCommitPromise=this._commitPromise,resolve,commitPromise=new Promise(done=>{
resolve=done});
if(commitPromise.resolve=()=>{
resolve(),previousCommitPromise?.resolve()},this._commitPromise=commitPromise,isSameLocation)this.load();else{
let{maskedLocation,hashScrollIntoView,...nextHistory}=next;
maskedLocation&&(nextHistory={...maskedLocation,state:{...maskedLocation.state,__tempKey:void 0,__tempLocation:{...nextHistory,search:nextHistory.searchStr,state:{...nextHistory.state,__tempKey:void 0,__tempLocation:void 0,__TSR_key:void 0,key:void 0}}}},(nextHistory.unmaskOnReload??this.options.unmaskOnReload??!1)&&(nextHistory.state.__tempKey=this.tempLocationKey)),nextHistory.state={...nextHistory.state,__hashScrollIntoViewOptions:hashScrollIntoView??this.options.defaultHashScrollIntoView??!0},this.shouldViewTransition=viewTransition,historyAction=next.replace?`REPLACE`:`PUSH`,this.history[historyAction===`REPLACE`?`replace`:`push`](nextHistory.publicHref,nextHistory.state,{ignoreBlocker}),this.history.subscribers.size||this.load({action:{type:historyAction}})}
return this._scroll.n=next.resetScroll??!0,this._commitPromise},this.buildAndCommitLocation=({replace,resetScroll,hashScrollIntoView,viewTransition,ignoreBlocker,...rest}={})=>{
let location=this.buildLocation({...rest,_includeValidateSearch:!0});
this._pendingLocation=location;
let commitPromise=this.commitLocation({...location,viewTransition,replace,resetScroll,hashScrollIntoView,ignoreBlocker});
return queueMicrotask(()=>{
this._pendingLocation===location&&(this._pendingLocation=void 0)}),commitPromise},this.navigate=async({to,reloadDocument,href,publicHref,...rest})=>{
let hrefScheme=href?getUrlScheme(href):void 0;
if(hrefScheme||reloadDocument){
if(to!==void 0||!href){
let location=this.buildLocation({to,...rest}),publicLocation=location.maskedLocation??location;
href??=publicLocation.publicHref,publicHref??=publicLocation.publicHref}
let reloadHref=!hrefScheme&&publicHref?publicHref:href;
return documentNavigation(this,reloadHref,rest)}
return this.buildAndCommitLocation({...rest,href,to,_isNavigate:!0})},this.load=async opts=>{
this.updateLatestLocation(),opts?.action&&(this._scroll.h=opts.action.type===`PUSH`||opts.action.type===`REPLACE`),await loadClientRoute(this,opts)},this.startViewTransition=fn=>{
let shouldViewTransition=this.shouldViewTransition??this.options.defaultViewTransition;
if(this.shouldViewTransition=void 0,shouldViewTransition&&typeof document.startViewTransition==`function`){
let startViewTransitionParams;
if(typeof shouldViewTransition==`object`&&window.CSS?.supports?.(`selector(:active-view-transition-type(a))`)){
let next=this.latestLocation,prevLocation=this.stores.resolvedLocation.get(),resolvedViewTransitionTypes=typeof shouldViewTransition.types==`function`?shouldViewTransition.types(getLocationChangeInfo(next,prevLocation)):shouldViewTransition.types;
if(resolvedViewTransitionTypes===!1)return fn();
startViewTransitionParams={update:fn,types:resolvedViewTransitionTypes}}else startViewTransitionParams=fn;
return document.startViewTransition(startViewTransitionParams).updateCallbackDone}
return fn()},this.invalidate=opts=>{
let committedMatches=this._committed,filter=opts?.filter,preloads=this._preloads,invalidIds=new Set,consider=match=>{
(!filter||filter(match))&&invalidIds.add(match.id)};
committedMatches.forEach(consider),this._cache.forEach(consider),preloads?.forEach(matches=>matches.forEach(consider)),this._tx?.[3].forEach(consider);
let abort=[];
for(let[controller,matches]of preloads??[])matches.some(match=>invalidIds.has(match.id))&&(preloads.delete(controller),abort.push(controller));
let invalidate=d=>{
if(invalidIds.has(d.id)){
let route=this.routesById[d.routeId],next={...d,invalid:!0,...(opts?.forcePending||d.status===`error`||d.status===`notFound`)&&routeNeedsLoad(route)?{status:`pending`,error:void 0}:void 0};
return d._flight=void 0,next}
return d};
this._committed=committedMatches.map(invalidate);
for(let[id,match]of this._cache)invalidIds.has(id)&&(match.invalid=!0,opts?.forcePending&&(match.status=`pending`));
for(let id of invalidIds){
let flight=this._flights?.get(id);
this._flights?.delete(id),flight&&!flight[2]&&abort.push(flight[1])}
for(let controller of abort)controller.abort();
return this.shouldViewTransition=!1,this.load({sync:opts?.sync})},this.resolveRedirect=redirect=>{
let options=redirect.options,href=redirect.headers.get(`Location`)||options.href;
if(!href){
let location=this.buildLocation(options);
href=(location.maskedLocation??location).publicHref||`/`}
let scheme;
if(protocolRelativePrefixRegex.test(href)||(scheme=getUrlScheme(href))&&!this.protocolAllowlist.has(scheme))throw Error(`Redirect blocked: unsafe protocol`);
if(scheme===`http:`||scheme===`https:`){
let url=new URL(href);
url.pathname.startsWith(`//`)?href=url.href:isExternalUrl(url,this.origin)||(href=getUrlPath(url),scheme=void 0)}
return scheme&&(options.reloadDocument=!0),options.href=href,redirect.headers.set(`Location`,href),redirect},this.clearCache=opts=>{
let cached=this._cache,preloads=this._preloads,filter=opts?.filter,discarded=[],discardedIds=[];
for(let[id,match]of cached)(!filter||filter(match))&&(discardedIds.push(id),discarded.push(match));
let abort=[];
for(let[controller,matches]of preloads??[])(!filter||matches.some(filter))&&(abort.push(controller),discarded.push(...matches));
for(let id of discardedIds)cached.delete(id);
for(let controller of abort)preloads.delete(controller);
for(let match of discarded){
let flight=match._flight;
match._flight=void 0,flight&&!--flight[2]&&(this._flights?.get(match.id)===flight&&this._flights.delete(match.id),abort.push(flight[1]))}
for(let controller of abort)controller.abort()},this.loadRouteChunk=loadRouteChunk,this.preloadRoute=opts=>preloadClientRoute(this,opts),this.matchRoute=(location,opts)=>{
let matchLocation={...location,to:location.to?resolvePath(location.from||``,location.to,this.options.trailingSlash,this.resolvePathCache):void 0,params:location.params||{},leaveParams:!0},next=this.buildLocation(matchLocation),isPending=this.stores.status.get()===`pending`;
if(opts?.pending&&!isPending)return!1;
let baseLocation=opts?.pending??!isPending?this.latestLocation:this.stores.resolvedLocation.get()||this.stores.location.get(),match=findSingleMatch(next.pathname,opts?.caseSensitive??!1,opts?.fuzzy??!1,baseLocation.pathname,this.processedTree);
return!match||location.params&&!deepEqual(match.rawParams,location.params,!0)?!1:opts?.includeSearch??!0?deepEqual(baseLocation.search,next.search,!0)?match.rawParams:!1:match.rawParams},this.getStoreConfig=getStoreConfig,options.pathParamsAllowedCharacters?.length&&(this.pathParamsDecoder=compileDecodeCharMap(options.pathParamsAllowedCharacters)),this.update({defaultPreloadDelay:50,defaultPendingMs:1e3,defaultPendingMinMs:500,context:void 0,...options,caseSensitive:options.caseSensitive??!1,notFoundMode:options.notFoundMode??`fuzzy`,stringifySearch:options.stringifySearch??defaultStringifySearch,parseSearch:options.parseSearch??defaultParseSearch,protocolAllowlist:options.protocolAllowlist??DEFAULT_PROTOCOL_ALLOWLIST}),self.__TSR_ROUTER__=this}
isShell(){
return!!this.options.isShell}
get state(){
return this.stores.__store.get()}
setRoutes(caches){
Object.assign(this,caches),this.lightweightCache=new WeakMap,this.staticLocations=new WeakMap;
let notFoundRoute=this.options.notFoundRoute;
notFoundRoute&&(notFoundRoute.init(99999999999),this.routesById[notFoundRoute.id]!==notFoundRoute&&(notFoundRoute._interpolation=parseSegments(!1,notFoundRoute,0)),this.routesById[notFoundRoute.id]=notFoundRoute)}
matchRoutesInternal(next,opts){
let[initialMatchedRoutes,rawParams,foundRoute]=this.getMatchedRoutes(next.pathname),matchedRoutes=initialMatchedRoutes,isGlobalNotFound=!1;
(foundRoute?foundRoute.path!==`/`&&rawParams[`**`]:trimPathRight(next.pathname))&&(this.options.notFoundRoute?matchedRoutes=[...matchedRoutes,this.options.notFoundRoute]:isGlobalNotFound=!0);
let _notFoundRouteId=isGlobalNotFound?findGlobalNotFoundRouteId(this.options.notFoundMode,matchedRoutes):void 0,matches=Array(matchedRoutes.length),committed=this._committed,previousAt=(route,index)=>{
let match=committed[index];
return match?.routeId===route.id?match:route===this.options.notFoundRoute?committed.find(candidate=>candidate.routeId===route.id):void 0},strictParams;
for(let index=0;index<matchedRoutes.length;index++){
let route=matchedRoutes[index],parentMatch=matches[index-1],preMatchSearch,strictMatchSearch,searchError;
{
let parentSearch=parentMatch?.search??next.search,parentStrictSearch=parentMatch?._strictSearch??void 0;
try{
let strictSearch=validateSearch(route.options.validateSearch,{...parentSearch})??void 0;
preMatchSearch={...parentSearch,...strictSearch},strictMatchSearch={...parentStrictSearch,...strictSearch}}catch(err){
let searchParamError=err;
if(err instanceof SearchParamError||(searchParamError=new SearchParamError(err.message,{cause:err})),opts?.throwOnError)throw searchParamError;
preMatchSearch=parentSearch,strictMatchSearch={},searchError=searchParamError}}
let loaderDeps=``,loaderDepsHash=``;
try{
loaderDeps=route.options.loaderDeps?.({search:preMatchSearch})??``,loaderDepsHash=loaderDeps&&JSON.stringify(loaderDeps)||``}catch(cause){
if(opts?.throwOnError)throw cause;
searchError??=cause}
let usedParams=createNull(),interpolatedPath=route._interpolation?interpolatePath(route.fullPath,route._interpolation,rawParams,this.pathParamsDecoder,usedParams):route.fullPath,matchId=route.id+interpolatedPath+loaderDepsHash,previousMatch=previousAt(route,index),existingMatch=this._cache.get(matchId)??(previousMatch?.id===matchId?previousMatch:void 0);
strictParams=existingMatch?._strictParams??Object.assign(usedParams,strictParams);
let paramsError;
if(!existingMatch)try{
extractStrictParams(route,strictParams)}catch(err){
if(paramsError=isNotFound(err)||isRedirect(err)?err:new PathParamError(err.message,{cause:err}),opts?.throwOnError)throw paramsError}
let cause=previousMatch?`stay`:`enter`,match;
if(existingMatch)match={...existingMatch,cause,search:nullReplaceEqualDeep(previousMatch?previousMatch.search:existingMatch.search,preMatchSearch),_strictSearch:strictMatchSearch,searchError};else{
let status=routeNeedsLoad(route)?`pending`:`success`;
match={id:matchId,ssr:route.options.ssr,index,routeId:route.id,params:previousMatch?.params??strictParams,_strictParams:strictParams,pathname:interpolatedPath,updatedAt:Date.now(),search:previousMatch?nullReplaceEqualDeep(previousMatch.search,preMatchSearch):preMatchSearch,_strictSearch:strictMatchSearch,searchError,status,isFetching:!1,error:void 0,paramsError,context:{},abortController:opts?._controller??new AbortController,cause,loaderDeps:previousMatch?replaceEqualDeep(previousMatch.loaderDeps,loaderDeps):loaderDeps,invalid:!1,preload:!1,staticData:route.options.staticData||{},fullPath:route.fullPath}}
let _notFound=_notFoundRouteId===route.id;
match._notFound&&!_notFound&&(match.error=void 0),match._notFound=_notFound,matches[index]=match}
for(let index=0;index<matches.length;index++){
let match=matches[index];
match.params=match.cause===`stay`?nullReplaceEqualDeep(match.params,strictParams):strictParams,opts?._controller&&(match.context={})}
return matches}
matchRoutesLightweight(location){
let lastRouteId=last(this.stores.ids.get()),lastStateMatch=lastRouteId?this.stores.byRoute.get(lastRouteId).get():void 0,lastStateMatchId=lastStateMatch?.id,cached=this.lightweightCache.get(location);
if(cached&&cached[0]===lastStateMatchId)return cached[1];
let[matchedRoutes,rawParams]=this.getMatchedRoutes(location.pathname),lastRoute=last(matchedRoutes),accumulatedSearch={...location.search};
for(let route of matchedRoutes)try{
Object.assign(accumulatedSearch,validateSearch(route.options.validateSearch,accumulatedSearch))}catch{}
let canReuseParams=lastStateMatch&&lastStateMatch.routeId===lastRoute.id&&lastStateMatch.pathname===location.pathname,params;
if(canReuseParams)params=lastStateMatch.params;else{
let strictParams=rawParams;
for(let route of matchedRoutes)try{
extractStrictParams(route,strictParams)}catch{}
params=strictParams}
let result=[matchedRoutes,lastRoute.fullPath,accumulatedSearch,params];
return this.lightweightCache.set(location,[lastStateMatchId,result]),result}};
async function documentNavigation(router,href,{replace,ignoreBlocker}){
if(!isDangerousProtocol(href,router.protocolAllowlist)){
if(!ignoreBlocker){
let blockers=router.history._getBlockers();
for(let blocker of blockers)if(blocker?.blockerFn&&await blocker.blockerFn({currentLocation:router.history.location,nextLocation:router.history.location,action:replace?`REPLACE`:`PUSH`}))return}
router.history._ignoreNextBeforeUnload?.(href),replace?window.location.replace(href):window.location.href=href}}
var SearchParamError=class extends Error{},PathParamError=class extends Error{};
function validateSearch(validateSearch,input){
if(validateSearch==null)return{};
if(`~standard`in validateSearch){
let result=validateSearch[`~standard`].validate(input);
if(result instanceof Promise)throw new SearchParamError(`Async validation not supported`);
if(result.issues)throw new SearchParamError(JSON.stringify(result.issues,void 0,2),{cause:result});
return result.value}
return`parse`in validateSearch?validateSearch.parse(input):typeof validateSearch==`function`?validateSearch(input):{}}
function resolveNextParams(spec,base){
if(spec===void 0||spec===!0)return base;
let next=Object.create(null);
return spec===!1||spec===null?next:typeof spec==`function`?(Object.assign(next,base),Object.assign(next,spec(next))):Object.assign(next,base,spec)}
function needsInheritedParams(spec,interpolation){
return typeof spec==`function`?!0:!interpolation||spec===!1||spec===null?!1:spec===void 0||spec===!0||interpolation.some(part=>typeof part!=`string`&&!hasOwn.call(spec,part[1]))}
var EMPTY_RECORD=Object.freeze({});
function getSearchMiddlewares(destRoutes,includeValidateSearch){
let middlewares=[];
for(let i=0;i<destRoutes.length;i++){
let routeOptions=destRoutes[i].options;
`search`in routeOptions?routeOptions.search?.middlewares&&middlewares.push(...routeOptions.search.middlewares):(routeOptions.preSearchFilters||routeOptions.postSearchFilters)&&middlewares.push(({search,next})=>{
let result=next(routeOptions.preSearchFilters?routeOptions.preSearchFilters.reduce((prev,next)=>next(prev),search):search);
return routeOptions.postSearchFilters?routeOptions.postSearchFilters.reduce((prev,next)=>next(prev),result):result});
let routeValidateSearch=routeOptions.validateSearch;
includeValidateSearch&&routeValidateSearch&&middlewares.push(({search,next,meta})=>{
let result=next(search);
try{
let validated=validateSearch(routeValidateSearch,result);
if(meta&&validated)for(let key in validated)key in result||(meta.defaulted||=new Map).set(key,validated[key]);
return{...result,...validated}}catch{}
return result})}
return middlewares}
function applySearchMiddleware(middlewares,search,dest){
let applyNext=(index,currentSearch,meta)=>{
if(index>=middlewares.length){
if(!dest.search)return{};
if(dest.search===!0)return currentSearch;
let result=functionalUpdate(dest.search,currentSearch);
return meta&&(meta.explicit=result),result}
return middlewares[index]({search:currentSearch,next:(newSearch,collectMeta)=>{
if(collectMeta){
let nextMeta=meta||{};
return{search:applyNext(index+1,newSearch,nextMeta),meta:nextMeta}}
return applyNext(index+1,newSearch,meta)},meta})};
return applyNext(0,search)}
function findGlobalNotFoundRouteId(notFoundMode,routes){
if(notFoundMode!==`root`){
let fallback;
for(let i=routes.length-1;i>=0;i--){
let route=routes[i];
if(route.options.notFoundComponent)return route.id;
fallback||=route.children&&route.id}
if(fallback)return fallback}
return rootRouteId}
function extractStrictParams(route,accumulatedParams){
let parseParams=route.options.params?.parse??route.options.parseParams;
parseParams&&Object.assign(accumulatedParams,parseParams(accumulatedParams))}
function preloadComponent(route,type){
return route.options[type]?.preload?.()}
function loadComponents(route,onPendingReady){
let component=preloadComponent(route,`component`),pending=preloadComponent(route,`pendingComponent`);
return onPendingReady&&(pending?pending=pending.then(onPendingReady):onPendingReady()),component&&pending?Promise.all([component,pending]).then(()=>{}):component??pending}
function loadRouteChunk(route,componentType,onPendingReady){
let afterLazy=()=>componentType===!1?void 0:componentType?preloadComponent(route,componentType):loadComponents(route,onPendingReady),current=route._lazy;
if(current)return current===!0?afterLazy():current.then(afterLazy);
if(!route.lazyFn)return afterLazy();
let promise=route.lazyFn().then(lazyRoute=>{
{
let{id:_id,...options}=lazyRoute.options;
Object.assign(route.options,options),route._lazy=!0}},error=>{
throw route._lazy=void 0,error});
return route._lazy=promise,promise.then(afterLazy)}
function _getRenderedMatches(matches){
let end=matches.findIndex(match=>match.status!==`success`||match._notFound)+1;
return end&&end<matches.length?matches.slice(0,end):matches}
function _isRouteDeparting(router,routeId,location){
let tx=router._tx;
return routeId&&tx?.[2]===location&&!tx[3].some(match=>match.routeId===routeId)}
var SUCCESS=0,ERROR=1,NOT_FOUND=2,REDIRECTED=3,CANCELED_OUTCOME=[4];
function isControl(result){
return typeof result[0]==`number`}
function waitFor(value,signal){
return signal.aborted?Promise.race([Promise.reject(signal),value]):new Promise((resolve,reject)=>{
let abort=()=>reject(signal);
signal.addEventListener(`abort`,abort,{once:!0}),Promise.resolve(value).then(resolve,reject).then(()=>signal.removeEventListener(`abort`,abort))})}
function getRoute(router,match){
return router.routesById[match.routeId]}
function normalize(value,rejected,routeId){
return isRedirect(value)?[REDIRECTED,value]:isNotFound(value)?(value.routeId||=routeId,[NOT_FOUND,value]):rejected?(typeof value?.then==`function`&&(value=Error(`A Promise was thrown`,{cause:value})),[ERROR,value]):[SUCCESS,value]}
function normalizeError(route,cause){
let outcome=normalize(cause,!0,route.id);
if(outcome[0]!==ERROR)return outcome;
try{
route.options.onError?.(outcome[1])}catch(onErrorCause){
outcome=normalize(onErrorCause,!0,route.id)}
return outcome}
function normalizeLaneError(router,lane,route,cause,options){
return options[0].signal.aborted?CANCELED_OUTCOME:materializeRedirect(router,lane,route,normalizeError(route,cause),options)}
async function contextualize(router,lane,options,end,planSuccessfulLane,retainedEnd){
let[location,matches]=lane,signal=options[0].signal,preload=!!options[3];
for(let index=options[6]??0;index<end;index++){
let match=matches[index],route=getRoute(router,match);
match.abortController=options[0];
let parentContext=matches[index-1]?.context??router.options.context??{},common={params:match.params,location,navigate:opts=>router.navigate({...opts,_fromLocation:location}),buildLocation:router.buildLocation,cause:preload?`preload`:match.cause,abortController:options[0],preload,matches,routeId:route.id};
try{
let routeContext=match._ctx||=route.options.context?route.options.context({...common,deps:match.loaderDeps,context:parentContext})||{}:void 0;
match.context={...parentContext,...routeContext}}catch(cause){
return releaseFlight(router,match),[index,normalizeLaneError(router,lane,route,cause,options)]}
if(signal.aborted)return[index,CANCELED_OUTCOME];
let validationError=match.paramsError??match.searchError;
if(validationError!==void 0)return releaseFlight(router,match),[index,normalizeLaneError(router,lane,route,validationError,options)];
let beforeLoad=route.options.beforeLoad;
if(!beforeLoad)continue;
let previousStatus=match.status;
index>=retainedEnd&&(match.status=`pending`,options[7]?.());
try{
setFetching(router,match,`beforeLoad`,options[0]);
let value=beforeLoad({...common,search:match.search,context:match.context,...router.options.additionalContext}),result=await(typeof value?.then==`function`?waitFor(value,signal):value);
if(signal.aborted)return[index,CANCELED_OUTCOME];
let outcome=materializeRedirect(router,lane,route,normalize(result,!1,route.id),options);
if(outcome[0]!==SUCCESS)return releaseFlight(router,match),[index,outcome];
match.context={...match.context,...result}}catch(cause){
return releaseFlight(router,match),[index,normalizeLaneError(router,lane,route,cause,options)]}finally{
match.status=previousStatus,setFetching(router,match,!1,options[0])}}
planSuccessfulLane()}
function releaseOwnedFlight(router,match,flight){
if(!(!flight||--flight[2])){
if(router._flights?.get(match.id)===flight){
let current=router._tx;
if(current&&!current[0].signal.aborted&&!current[3].includes(match)&&current[3].some(candidate=>candidate.id===match.id)&&current[3].some(candidate=>candidate.isFetching===`beforeLoad`))return;
router._flights.delete(match.id)}
return flight[1]}}
function releaseFlight(router,match){
let flight=match._flight;
match._flight=void 0,releaseOwnedFlight(router,match,flight)?.abort()}
function transferMatchResources(router,previous,next,deferSameIdFlight){
let abort=[];
for(let match of previous)if(!next?.includes(match)){
let flight=match._flight;
if(match._flight=void 0,deferSameIdFlight&&flight?.[2]===1&&router._flights?.get(match.id)===flight&&next?.some(candidate=>candidate.id===match.id))flight[2]=0;else{
let controller=releaseOwnedFlight(router,match,flight);
controller&&abort.push(controller)}}
for(let controller of abort)controller.abort()}
function acquireMatchResources(matches){
for(let match of matches){
let flight=match._flight;
flight&&flight[2]++}}
function setFetching(router,match,value,owner){
if(match.isFetching=value,owner&&router._tx?.[0]!==owner)return;
let store=router.stores.byRoute.get(match.routeId),presented=store?.get();
presented?.id===match.id&&store.set({...presented,isFetching:value})}
function getLoaderContext(router,lane,match,route,controller,parentMatchPromise,preload){
let location=lane[0];
return{params:match.params,location,navigate:opts=>router.navigate({...opts,_fromLocation:location}),cause:preload?`preload`:match.cause,abortController:controller,preload,deps:match.loaderDeps,parentMatchPromise,context:match.context,route,...router.options.additionalContext}}
async function loadResource(router,lane,match,route,loader,parentMatchPromise,options){
let owner=options[0],signal=owner.signal;
if(signal.aborted)return CANCELED_OUTCOME;
if(!loader)return[SUCCESS,void 0];
let flight=match._flight;
setFetching(router,match,`loader`,owner);
try{
if(!flight){
let controller=new AbortController;
flight=[Promise.resolve().then(()=>loader(getLoaderContext(router,lane,match,route,controller,parentMatchPromise,!!options[3]))).then(value=>normalize(value,!1,route.id),cause=>normalize(cause,!0,route.id)).then(result=>(result[0]!==SUCCESS&&router._flights?.get(match.id)===flight&&(router._flights.delete(match.id),flight[2]||controller.abort()),result[0]===ERROR&&flight[2]?normalizeError(route,result[1]):result)),controller,1],(router._flights??=new Map).set(match.id,flight)}
return match._flight=flight,match.abortController=flight[1],materializeRedirect(router,lane,route,await waitFor(flight[0],signal),options)}catch(cause){
if(cause!==signal||!signal.aborted)throw cause;
return releaseFlight(router,match),CANCELED_OUTCOME}finally{
setFetching(router,match,!1,owner)}}
function settleInto(match,result,preload){
result[0]!==REDIRECTED&&(match.status=`success`,match.error=void 0,result[0]===SUCCESS?(match.loaderData=result[1],match.invalid=!1,match.updatedAt=Date.now(),match.preload=preload):match.invalid=!0)}
function cacheLoaderMatch(router,match,planned){
let current=router._cache.get(match.id);
if(current!==planned||router._committed.some(candidate=>candidate.id===match.id&&candidate._flight===match._flight))return;
let cached={...match,_notFound:void 0,context:{}};
cached._flight&&cached._flight[2]++,router._cache.set(match.id,cached),current&&releaseFlight(router,current)}
function getParentSnapshot(match,outcome){
return outcome[0]===ERROR||outcome[0]===NOT_FOUND?{...match,status:outcome[0]===ERROR?`error`:`notFound`,error:outcome[1],_flight:void 0}:match}
function createLoaderTask(router,lane,index,tasks,semanticParent,options,retainedEnd){
let match=lane[1][index],route=getRoute(router,match),preload=!!options[3],plannedCacheMatch=router._cache.get(match.id),configured,reload=!1,reloadFailure;
try{
if(match.status===`success`&&(configured=route.options.shouldReload,typeof configured==`function`&&(configured=configured(getLoaderContext(router,lane,match,route,options[0],semanticParent,preload))),options[0].signal.aborted&&(reloadFailure=CANCELED_OUTCOME)),!reloadFailure){
if(match.status!==`success`)reload=!0;else{
let staleAge=preload||match.preload?route.options.preloadStaleTime??router.options.defaultPreloadStaleTime??3e4:route.options.staleTime??router.options.defaultStaleTime??0;
reload=!!(match.invalid||configured||configured===void 0&&Date.now()-match.updatedAt>=staleAge&&(options[5]||match.cause===`enter`||options[2].some(candidate=>candidate.routeId===match.routeId&&candidate.id!==match.id)))}}}catch(cause){
match.invalid=!0,releaseFlight(router,match),reloadFailure=normalizeLaneError(router,lane,route,cause,options)}
let routeLoader=route.options.loader,isLoaderFn=typeof routeLoader==`function`,loader=isLoaderFn?routeLoader:routeLoader?.handler,preloadable=!preload||route.options.preload!==!1,donor=preloadable&&routeLoader?router._flights?.get(match.id):void 0;
donor===match._flight||reloadFailure?donor=void 0:donor&&!reload&&!preload&&configured===void 0?reload=!0:reload||(donor=void 0);
let background=!(!routeLoader||!reload||match.status!==`success`||preload||options[4]||((isLoaderFn?void 0:routeLoader.staleReloadMode)??router.options.defaultStaleReloadMode)===`blocking`),loaded=reload&&preloadable,blocking=loaded&&!background&&(match.status!==`success`||!!routeLoader),onReady=index>=retainedEnd?options[7]:void 0,onLazyReady=route.lazyFn&&route._lazy!==!0?onReady:void 0;
if(loaded&&!routeLoader&&(match.invalid=!1,match.updatedAt=Date.now()),donor&&donor[2]++,blocking){
let acceptedFlight=match._flight;
match._flight=donor,releaseOwnedFlight(router,match,acceptedFlight)?.abort(),index>=retainedEnd&&(match.status=`pending`),onReady?.()}
loaded||(match.isFetching=!1);
let outcome=!reloadFailure&&blocking?loadResource(router,lane,match,route,loader,semanticParent,options).then(result=>(settleInto(match,result,preload),result[0]===SUCCESS&&(routeLoader&&!options[0].signal.aborted&&cacheLoaderMatch(router,match,plannedCacheMatch),index>=retainedEnd&&(match.status=`pending`)),result)):Promise.resolve(reloadFailure??[SUCCESS,match.loaderData]),chunkFailure=(async()=>{
try{
let chunk=loadRouteChunk(route,void 0,onLazyReady);
chunk&&await waitFor(chunk,options[0].signal)}catch(cause){
if(!lane[1].some((candidate,candidateIndex)=>candidateIndex<=index&&(candidate.status===`error`||candidate.status===`notFound`||candidate._notFound)))return[index,normalizeLaneError(router,lane,route,cause,options)]}
let result=await outcome;
blocking&&result[0]===SUCCESS&&match.status===`pending`&&!options[0].signal.aborted&&(match.status=`success`,onReady?.())})();
if(tasks.push([index,outcome,chunkFailure]),!background)return outcome.then(result=>getParentSnapshot(match,result));
let candidate={...match,status:`pending`,preload:!1,_flight:donor};
match.invalid=!1,match.isFetching=`loader`;
let backgroundOutcome=loadResource(router,lane,candidate,route,loader,semanticParent,options).then(result=>(match.isFetching=!1,settleInto(candidate,result,!1),result));
return(lane[2]??=[]).push([index,backgroundOutcome,chunkFailure,candidate]),backgroundOutcome.then(result=>getParentSnapshot(candidate,result))}
async function getNotFoundBoundary(router,matches,indexed,signal,fallback=0){
let cause=indexed?.[1][1],index=cause?.routeId?matches.findIndex(match=>match.routeId===cause.routeId):indexed?.[0]??matches.length-1;
index<0&&(index=0);
for(let i=index;i>=0;i--){
let route=getRoute(router,matches[i]);
try{
let loading=loadRouteChunk(route,!1);
loading&&await waitFor(loading,signal)}catch(cause){
if(cause===signal&&signal.aborted)throw cause}
if(route.options.notFoundComponent)return i}
return cause?.routeId?index:fallback}
function discardBackground(router,lane){
lane[2]&&=(transferMatchResources(router,lane[2].map(task=>task[3])),void 0)}
async function settleTasks(tasks,serialFailure,redirectTasks,gate){
let loaderFailure;
try{
await Promise.all(tasks.map(task=>task[1].then(async outcome=>{
let taskIndex=task[0];
if(!(gate&&taskIndex>=await gate)){
if(outcome[0]>=REDIRECTED)throw[taskIndex,outcome];
!loaderFailure&&outcome[0]!==SUCCESS&&(loaderFailure=[taskIndex,outcome],await Promise.all((redirectTasks??[]).map(nextTask=>{
if(!(nextTask[0]<=taskIndex))return nextTask[1].then(nextOutcome=>{
if(nextOutcome[0]===REDIRECTED)throw[nextTask[0],nextOutcome]})})))}})))}catch(cause){
return cause}
return serialFailure??loaderFailure}
function materializeRedirect(router,lane,route,outcome,options,failed){
for(;outcome[0]===REDIRECTED;){
let redirect=outcome[1],redirectOptions=redirect.options;
try{
if((redirectOptions.href||redirect.headers.has(`Location`))&&(router.resolveRedirect(redirect),redirectOptions.reloadDocument)||(redirectOptions.reloadDocument?options[3]:options[1]>=20))return outcome;
let location=router.buildLocation({...redirectOptions,_fromLocation:lane[0],_includeValidateSearch:!0}),publicLocation=location.maskedLocation??location;
if(publicLocation.external){
let resolved=redirect.clone();
return resolved.options={...redirectOptions},resolved.headers.set(`Location`,publicLocation.publicHref),router.resolveRedirect(resolved),options[3]?[REDIRECTED,resolved]:[REDIRECTED,resolved,publicLocation]}
return[REDIRECTED,redirect,location]}catch(cause){
outcome=failed?[ERROR,cause]:normalizeError(route,cause),failed=!0}}
return outcome}
async function reduceLane(router,lane,tasks,controller,settlement,onReady){
let matches=lane[1],failure=await settlement,redirectLimitExceeded=!1,plannedBoundary=matches.findIndex(match=>match._notFound),boundaryOf=found=>found[1][0]===NOT_FOUND?getNotFoundBoundary(router,matches,found,controller.signal):found[0],readinessEnd=plannedBoundary<0?matches.length:plannedBoundary;
if((failure?.[1][0]??0)>=REDIRECTED)readinessEnd=0;else if(failure){
readinessEnd=failure[2]??=await boundaryOf(failure);
for(let task of tasks){
if(task[0]>=readinessEnd)break;
let outcome=await task[1];
if(outcome[0]!==SUCCESS&&outcome[0]<REDIRECTED&&!(`loaderData`in matches[task[0]])){
failure=[task[0],outcome],readinessEnd=failure[2]=await boundaryOf(failure);
break}}}
for(let task of tasks){
if(task[0]>=readinessEnd)break;
let chunkFailure=await task[2];
if(chunkFailure){
failure=chunkFailure;
break}}
if((failure?.[1][0]??0)>=REDIRECTED){
let outcome=failure[1];
if(outcome[0]!==REDIRECTED||outcome[1].options.reloadDocument||outcome[2])return discardBackground(router,lane),outcome;
redirectLimitExceeded=!0,failure=[0,[ERROR,Error(`Too many redirects`)]]}
let boundary=failure?failure[2]??await boundaryOf(failure):plannedBoundary;
if(boundary>=0){
let outcome=failure?.[1],kind=outcome?.[0],match=matches[boundary],cause=outcome?.[1],install=()=>{
outcome&&(match._notFound=void 0,kind===ERROR?match.status=`error`:(cause.routeId=match.routeId,match.routeId===router.routeTree.id?(match.status=`success`,match._notFound=!0):match.status=`notFound`),match.error=cause,match.isFetching=!1)};
install(),outcome||onReady?.();
let route=getRoute(router,match);
try{
await waitFor(outcome?Promise.resolve().then(()=>loadRouteChunk(route,kind===ERROR?`errorComponent`:`notFoundComponent`)):Promise.all([loadRouteChunk(route),loadRouteChunk(route,`notFoundComponent`)]),controller.signal)}catch(cause){
if(cause===controller.signal&&controller.signal.aborted)return discardBackground(router,lane),CANCELED_OUTCOME}
outcome?redirectLimitExceeded&&(controller.abort(),await Promise.all([...tasks.map(task=>task[1]),...tasks.map(task=>task[2]),...(lane[2]??[]).map(task=>task[1])]),discardBackground(router,lane),transferMatchResources(router,matches),install()):match.status=`success`}
return lane}
async function projectLane(router,lane,signal,start=0,end=lane[1].length){
let matches=lane[1];
for(let index=start;index<end;index++){
let match=matches[index],routeOptions=getRoute(router,match).options;
if(routeOptions.head||routeOptions.scripts)try{
let context={ssr:router.options.ssr,matches,match,params:match.params,loaderData:match.loaderData},[head,scripts]=await waitFor(Promise.all([routeOptions.head?.(context),routeOptions.scripts?.(context)]),signal);
match.meta=head?.meta,match.links=head?.links,match.headScripts=head?.scripts,match.styles=head?.styles,match.scripts=scripts}catch(cause){
if(cause===signal&&signal.aborted)break;
console.error(cause)}
if(match.status!==`success`||match._notFound)break}
return lane}
async function executeClientLane(router,location,matches,options){
let matched=[location,matches],signal=options[0].signal,reduced;
try{
let presented=router.stores.matches.get(),plannedBoundary=matches.findIndex(match=>match._notFound);
if(router.options.notFoundMode!==`root`&&plannedBoundary>=0){
let boundary=await getNotFoundBoundary(router,matches,void 0,signal,plannedBoundary);
matches[plannedBoundary]._notFound=void 0,matches[boundary]._notFound=!0,plannedBoundary=boundary}
let end=plannedBoundary<0?matches.length:plannedBoundary+1,retainedEnd=0;
for(;retainedEnd<end&&retainedEnd!==plannedBoundary;){
let match=matches[retainedEnd],committed=options[2][retainedEnd],visible=presented[retainedEnd];
if(committed?.id!==match.id||committed.status!==`success`||match.preload||visible?.id!==match.id||visible.status!==`success`||(retainedEnd++,committed._notFound||visible._notFound))break}
let tasks=[],start=options[6]??0,semanticParent=start?Promise.resolve(matches[start-1]):void 0,planSuccessfulLane=()=>{
for(let index=start;index<end&&!signal.aborted;index++)semanticParent=createLoaderTask(router,matched,index,tasks,semanticParent,options,retainedEnd)},failure=await contextualize(router,matched,options,end,planSuccessfulLane,retainedEnd);
if(failure){
if(options[4]=!0,end=failure[0],failure[1][0]===NOT_FOUND){
let boundary=await getNotFoundBoundary(router,matches,failure,signal);
failure[2]=boundary,end=Math.min(end,boundary+1)}else failure[1][0]>=REDIRECTED&&(end=0);
planSuccessfulLane()}
if(!signal.aborted&&!options[3]){
let abort=[];
for(let[id,flight]of router._flights??[])flight[2]||(router._flights.delete(id),abort.push(flight[1]));
for(let controller of abort)controller.abort()}
let reduction=reduceLane(router,matched,tasks,options[0],settleTasks(tasks,failure,matched[2]),options[7]);
matched[2]?.length&&(matched[3]=settleTasks(matched[2],void 0,void 0,reduction.then(foreground=>isControl(foreground)?0:_getRenderedMatches(matches).length,()=>0))),reduced=await reduction}catch(cause){
if(discardBackground(router,matched),cause===signal&&signal.aborted)return CANCELED_OUTCOME;
throw cause}
return isControl(reduced)?reduced:projectLane(router,reduced,signal,options[6]===matches.length?options[6]:0)}
function offerPending(router,tx){
if(router._tx!==tx)return;
let matches=tx[3],presented=router.stores.matches.get(),session=router._pending;
for(let index=0;index<matches.length;index++){
let match=matches[index],success=match.status===`success`&&!match._notFound,presentedPending=presented[index]?.id===match.id&&presented[index]?.status===`pending`;
if(success&&!presentedPending)continue;
let route=getRoute(router,match),delay=success||match.invalid?0:route.options.pendingMs??router.options.defaultPendingMs,component=route.options.pendingComponent??router.options.defaultPendingComponent;
if(!component||typeof delay!=`number`||delay===1/0){
session&&(session[0]=tx,session[2]=0,session[4]=!0);
return}
let min=route.options.pendingMinMs??router.options.defaultPendingMinMs??0,tookOver=!1;
if(session?.[1]===match.id?(tookOver=session[0]!==tx,session[0]=tx):(clearTimeout(session?.[3]),router._pending=session=void 0),session||(router._pending=session=[tx,match.id,presentedPending?Date.now()+min:tx[4]+delay,void 0,presentedPending||void 0,component]),session[4]&&!tookOver&&session[5]===component)return;
if(session[5]=component,!session[4]){
clearTimeout(session[3]);
let remaining=session[2]-Date.now();
if(remaining>0){
session[3]=setTimeout(()=>offerPending(router,tx),remaining);
return}
session[2]=0}
let offered=matches.map(match=>({...match,_flight:void 0}));
offered[index].status=`pending`;
let ack=session[4]=router.startTransition(()=>router.stores.setMatches(offered),offered).then(rendered=>(rendered&&router._pending===session&&session[4]===ack&&!session[2]&&(session[2]=Date.now()+min),rendered));
return}}
function finishPending(router,tx){
let session=router._pending;
router._tx!==tx&&router._tx?.[3].some(match=>match.id===session?.[1])||(clearTimeout(session?.[3]),router._pending=void 0)}
async function awaitPendingMinimum(router,tx){
let session=router._pending;
if(!session)return;
clearTimeout(session[3]);
let remaining=session[2]-Date.now();
if(!session[4]||remaining<=0||!_getRenderedMatches(tx[3]).some(match=>match.id===session[1]))return;
let timer;
try{
await waitFor(new Promise(resolve=>{
timer=setTimeout(resolve,remaining)}),tx[0].signal)}catch{}
clearTimeout(timer)}
function publishMatches(router,matches){
router._committed=matches,router.stores.setMatches(matches)}
function commitMatches(router,tx,matches,resolvedPrefix){
let previous=router._committed,previousEnd=router._lifecycleEnd,previousCached=router._cache;
for(let match of matches)match.preload=!1,resolvedPrefix&&(match._assetEnd=void 0);
let cut=_getRenderedMatches(matches).length,cached=new Map;
{
let now=Date.now(),superseded=new Set;
for(let index=0;index<matches.length;index++){
let match=matches[index];
(index<cut||match.status===`success`)&&superseded.add(match.id)}
for(let match of[...previous,...previousCached.values()]){
if(match.status!==`success`||superseded.has(match.id))continue;
let route=getRoute(router,match);
!route.options.loader||now-match.updatedAt>=(match.preload?route.options.preloadGcTime??router.options.defaultPreloadGcTime??3e5:route.options.gcTime??router.options.defaultGcTime??3e5)||cached.set(match.id,previousCached.get(match.id)===match?match:{...match,_flight:void 0,isFetching:!1,context:{}})}}
tx[3]=[],router._cache=cached;
let nextEnd=router._lifecycleEnd=lifecycleEnd(matches);
publishMatches(router,matches),transferMatchResources(router,[...previousCached.values(),...previous].filter(match=>match._flight&&cached.get(match.id)!==match),matches),runRouteLifecycle(router,previous,matches,previousEnd,nextEnd,tx)}
async function awaitCurrent(router,owner){
let current=router._tx;
for(;current&&current!==owner;)owner=current,await current[5],current=router._tx}
function followRedirect(router,tx,outcome){
let options=outcome[1].options,location=outcome[2];
if(!location)return router.navigate({...options,replace:!0,ignoreBlocker:!0});
if(options.reloadDocument)return router.navigate({href:(location.maskedLocation??location).publicHref,reloadDocument:!0,replace:!0,ignoreBlocker:!0});
location._redirects=tx[1]+1,router._pendingLocation=location;
let committed=router.commitLocation({...location,viewTransition:options.viewTransition,replace:!0,resetScroll:options.resetScroll,hashScrollIntoView:options.hashScrollIntoView,ignoreBlocker:!0});
return queueMicrotask(()=>{
router._pendingLocation===location&&(router._pendingLocation=void 0)}),committed}
async function runBackground(router,tx,base,tasks,settlement){
let next=base.map(match=>({...match}));
acquireMatchResources(next);
for(let task of tasks)releaseFlight(router,next[task[0]]),next[task[0]]=task[3];
let lane=[tx[2],next],reduced;
try{
reduced=await reduceLane(router,lane,tasks,tx[0],settlement)}catch(cause){
throw transferMatchResources(router,next),cause}
if(isControl(reduced))transferMatchResources(router,next),reduced[0]===REDIRECTED&&router._tx===tx&&router._committed===base&&await followRedirect(router,tx,reduced);else if(await projectLane(router,reduced,tx[0].signal),router._tx!==tx||router._committed!==base)transferMatchResources(router,next);else{
for(let match of next){
let cached=router._cache.get(match.id);
cached?._flight&&cached._flight===match._flight&&(router._cache.delete(match.id),releaseFlight(router,cached))}
publishMatches(router,next),transferMatchResources(router,base,next)}}
async function runClientTransaction(router,tx,forceStaleReload,onReady,sync,resolvedPrefix){
let result=await executeClientLane(router,tx[2],tx[3],[tx[0],tx[1],router._committed,void 0,sync,forceStaleReload,resolvedPrefix,onReady]);
if(isControl(result)){
let follow=result[0]===REDIRECTED&&router._tx===tx;
if((!follow||result[1].options.reloadDocument)&&finishPending(router,tx),transferMatchResources(router,tx[3]),tx[3]=[],!follow)return;
if(router._tx!==tx){
finishPending(router,tx);
return}
await followRedirect(router,tx,result);
return}
let matches=result[1];
if(router._tx===tx&&await awaitPendingMinimum(router,tx),router._tx!==tx){
finishPending(router,tx),transferMatchResources(router,matches),discardBackground(router,result);
return}
let toLocation=tx[2],changeInfo=getLocationChangeInfo(toLocation,router.stores.resolvedLocation.get()),background=result[2];
await router.startViewTransition(async()=>{
if(router._tx===tx&&await awaitPendingMinimum(router,tx),router._tx!==tx){
finishPending(router,tx),transferMatchResources(router,matches),discardBackground(router,result);
return}
let rendered=await router.startTransition(()=>{
finishPending(router,tx),commitMatches(router,tx,matches,resolvedPrefix),router._tx===tx&&(router.emit({type:`onLoad`,...changeInfo}),router._tx===tx&&router.emit({type:`onBeforeRouteMount`,...changeInfo}))},matches);
router._tx===tx?(background?.length&&runBackground(router,tx,matches,background,result[3]).catch(console.error),router.batch(()=>{
router.stores.resolvedLocation.set(toLocation),router.stores.status.set(`idle`),router._tx===tx&&router.emit({type:`onResolved`,...changeInfo}),rendered&&router._tx===tx&&router.emit({type:`onRendered`,...changeInfo})}),router._tx===tx&&(router._commitPromise?.resolve(),router._commitPromise=void 0)):discardBackground(router,result)})}
async function loadClientRoute(router,opts){
let previousOwner=router._tx,resolvedLocation=router.stores.resolvedLocation.get(),previousLocation=resolvedLocation??router.stores.location.get(),location=router.latestLocation,pendingLocation=router._pendingLocation,redirects=pendingLocation?.href===location.href?pendingLocation._redirects??0:0,handoff=router._handoff,hydrationController=handoff?.[0](),preflight=new AbortController,previousPreflight=router._preflight;
if(router._preflight=preflight,hydrationController||handoff?.[1](),previousPreflight?.abort(),!preflight.signal.aborted){
let changeInfo=getLocationChangeInfo(location,resolvedLocation);
router.emit({type:`onBeforeNavigate`,...changeInfo}),preflight.signal.aborted||router.emit({type:`onBeforeLoad`,...changeInfo})}
if(preflight.signal.aborted){
await awaitCurrent(router,previousOwner);
return}
let sameHref=previousLocation.href===location.href,controller=preflight,matches=router.matchRoutes(location,{_controller:preflight});
acquireMatchResources(matches);
let resolvedPrefix=hydrationController?handoff[1](matches):void 0;
if(resolvedPrefix?controller=hydrationController:hydrationController?.abort(),preflight.signal.aborted){
transferMatchResources(router,matches),await awaitCurrent(router,previousOwner);
return}
router._preflight=void 0;
let settle,run=()=>runClientTransaction(router,tx,sameHref,()=>offerPending(router,tx),opts?.sync,resolvedPrefix),done=opts?.sync?new Promise(resolve=>settle=resolve):Promise.resolve().then(run),tx=[controller,redirects,location,matches,Date.now(),done.then(()=>awaitCurrent(router,tx))];
if(router._tx=tx,previousOwner){
for(let match of router.stores.matches.get()){
if(router._tx!==tx)break;
match.isFetching&&setFetching(router,match,!1)}
previousOwner[0].abort(),transferMatchResources(router,previousOwner[3],tx[3],!0)}
router._tx===tx?(router.batch(()=>{
router.stores.status.set(`pending`),router.stores.location.set(location)}),(resolvedPrefix||!router._committed.length&&matches[0]?.status!==`success`&&!matches.some(match=>match._notFound))&&offerPending(router,tx),settle?.(run()),await tx[5]):(transferMatchResources(router,tx[3]),tx[3]=[],settle?.(),await awaitCurrent(router,tx))}
async function preloadClientRoute(router,opts){
let location=router.buildLocation(opts);
for(let redirects=0;;redirects++){
let base=router._committed,controller=new AbortController,matches,active,result;
try{
try{
matches=router.matchRoutes(location,{_controller:controller}),acquireMatchResources(matches),active=(router._preloads??=new Map).set(controller,matches),result=await executeClientLane(router,location,matches,[controller,redirects,base,!0])}finally{
active&&(active=active.delete(controller),transferMatchResources(router,matches)),controller.abort()}
if(!isControl(result))return result[1];
if(!active||result.length<3)return;
location=result[2]}catch(cause){
isNotFound(cause)||console.error(cause);
return}}}
var preloadWarning=`Error preloading route! ☝️`,BaseRoute=class{
get to(){
return this._to}
get id(){
return this._id}
get path(){
return this._path}
get fullPath(){
return this._fullPath}
constructor(options){
if(this.init=originalIndex=>{
this.originalIndex=originalIndex,this._branch=void 0;
let options=this.options,isRoot=!options?.path&&!options?.id;
this.parentRoute=this.options.getParentRoute?.(),isRoot?this._path=rootRouteId:this.parentRoute||invariant();
let path=isRoot?rootRouteId:options?.path;
path&&path!==`/`&&(path=trimPathLeft(path));
let customId=options?.id||path,id=isRoot?rootRouteId:cleanPath((this.parentRoute.id===`__root__`?``:this.parentRoute.id)+`/`+(customId??``));
path===`__root__`&&(path=`/`);
let fullPath=id===`__root__`?`/`:path===void 0?this.parentRoute.fullPath:cleanPath(this.parentRoute.fullPath+`/`+path);
this._path=path,this._id=id,this._fullPath=fullPath,this._to=trimPathRight(fullPath)},this.addChildren=children=>this._addFileChildren(children),this._addFileChildren=children=>(Array.isArray(children)&&(this.children=children),typeof children==`object`&&children&&(this.children=Object.values(children)),this),this._addFileTypes=()=>this,this.updateLoader=options=>(Object.assign(this.options,options),this),this.update=options=>(Object.assign(this.options,options),this),this.lazy=lazyFn=>(this.lazyFn=lazyFn,this),this.redirect=opts=>redirect({from:this.fullPath,...opts}),this.options=options||{},this.isRoot=!options?.getParentRoute,options?.id&&options?.path)throw Error(`Route cannot have both an 'id' and a 'path' option.`)}},BaseRootRoute=class extends BaseRoute{
constructor(options){
super(options)}},CatchBoundary=class extends import_react.Component{
constructor(..._args){
super(..._args),this.state={error:0},this.reset=()=>{
this.setState({error:0})}}
static getDerivedStateFromProps(props,state){
let resetKey=props.getResetKey();
return state.error&&state.resetKey!==resetKey?{resetKey,error:0}:{resetKey}}
static getDerivedStateFromError(error){
return{error:[error]}}
componentDidCatch(error,errorInfo){
this.props.onCatch?.(error,errorInfo)}
render(){
let error=this.state.error;
return error?import_react.createElement(this.props.errorComponent??ErrorComponent,{error:error[0],reset:this.reset}):this.props.children}};
function ErrorComponent({error}){
let[show,setShow]=import_react.useState(!1);
return(0,import_jsx_runtime.jsxs)(`div`,{style:{padding:`.5rem`,maxWidth:`100%`},children:[(0,import_jsx_runtime.jsxs)(`div`,{style:{display:`flex`,alignItems:`center`,gap:`.5rem`},children:[(0,import_jsx_runtime.jsx)(`strong`,{style:{fontSize:`1rem`},children:`Something went wrong!`}),(0,import_jsx_runtime.jsx)(`button`,{style:{appearance:`none`,fontSize:`.6em`,border:`1px solid currentColor`,padding:`.1rem .2rem`,fontWeight:`bold`,borderRadius:`.25rem`},onClick:()=>setShow(d=>!d),children:show?`Hide Error`:`Show Error`})]}),(0,import_jsx_runtime.jsx)(`div`,{style:{height:`.25rem`}}),show?(0,import_jsx_runtime.jsx)(`div`,{children:(0,import_jsx_runtime.jsx)(`pre`,{style:{fontSize:`.7em`,border:`1px solid red`,borderRadius:`.25rem`,padding:`.3rem`,color:`red`,overflow:`auto`},children:error?.message?(0,import_jsx_runtime.jsx)(`code`,{children:error.message}):null})}):null]})}
var getSnapshot=()=>!0,getServerSnapshot=()=>!1;
function ClientOnly({children,fallback=null}){
return(0,import_jsx_runtime.jsx)(import_react.Fragment,{children:useHydrated()?children:fallback})}
function useHydrated(enabled=!0){
return import_react.useSyncExternalStore(subscribe,getSnapshot,enabled?getServerSnapshot:getSnapshot)}
function subscribe(){
return()=>{}}
var routerContext=import_react.createContext(null);
function useRouter(opts){
return import_react.useContext(routerContext)}
function createLinkScope(router,routeId){
let store=router.stores.location,listeners=new Set,source,unsubscribe,update=location=>{
_isRouteDeparting(router,routeId,location)||(source=location,listeners.forEach(listener=>listener()))};
return[()=>source??store.get(),listener=>(listeners.size||(source=store.get(),unsubscribe=store.subscribe(update).unsubscribe),listeners.add(listener),()=>{
listeners.delete(listener),listeners.size||(unsubscribe(),source=void 0)})]}
var matchContext=import_react.createContext(void 0),dummyMatchContext=import_react.createContext(void 0);
function createReactiveSystem({update,notify,unwatched}){
return{link,unlink,propagate,checkDirty,shallowPropagate};
function link(dep,sub,version){
let prevDep=sub.depsTail;
if(prevDep!==void 0&&prevDep.dep===dep)return;
let nextDep=prevDep===void 0?sub.deps:prevDep.nextDep;
if(nextDep!==void 0&&nextDep.dep===dep){
nextDep.version=version,sub.depsTail=nextDep;
return}
let prevSub=dep.subsTail;
if(prevSub!==void 0&&prevSub.version===version&&prevSub.sub===sub)return;
let newLink=sub.depsTail=dep.subsTail={version,dep,sub,prevDep,nextDep,prevSub,nextSub:void 0};
nextDep!==void 0&&(nextDep.prevDep=newLink),prevDep===void 0?sub.deps=newLink:prevDep.nextDep=newLink,prevSub===void 0?dep.subs=newLink:prevSub.nextSub=newLink}
function unlink(link,sub=link.sub){
let dep=link.dep,prevDep=link.prevDep,nextDep=link.nextDep,nextSub=link.nextSub,prevSub=link.prevSub;
return nextDep===void 0?sub.depsTail=prevDep:nextDep.prevDep=prevDep,prevDep===void 0?sub.deps=nextDep:prevDep.nextDep=nextDep,nextSub===void 0?dep.subsTail=prevSub:nextSub.prevSub=prevSub,prevSub===void 0?(dep.subs=nextSub)===void 0&&unwatched(dep):prevSub.nextSub=nextSub,nextDep}
function propagate(link){
let next=link.nextSub,stack;
top:do{
let sub=link.sub,flags=sub.flags;
if(flags&60?flags&12?flags&4?!(flags&48)&&isValidLink(link,sub)?(sub.flags=flags|40,flags&=1):flags=0:sub.flags=flags&-9|32:flags=0:sub.flags=flags|32,flags&2&&notify(sub),flags&1){
let subSubs=sub.subs;
if(subSubs!==void 0){
let nextSub=(link=subSubs).nextSub;
nextSub!==void 0&&(stack={value:next,prev:stack},next=nextSub);
continue}}
if((link=next)!==void 0)next=link.nextSub;else{
for(;stack!==void 0;)if(link=stack.value,stack=stack.prev,link!==void 0){
next=link.nextSub;
continue top}
break}}while(1)}
function checkDirty(link,sub){
let stack,checkDepth=0,dirty=!1;
top:do{
let dep=link.dep,flags=dep.flags;
if(sub.flags&16)dirty=!0;else if((flags&17)==17){
if(update(dep)){
let subs=dep.subs;
subs.nextSub!==void 0&&shallowPropagate(subs),dirty=!0}}else if((flags&33)==33){
(link.nextSub!==void 0||link.prevSub!==void 0)&&(stack={value:link,prev:stack}),link=dep.deps,sub=dep,++checkDepth;
continue}
if(!dirty){
let nextDep=link.nextDep;
if(nextDep!==void 0){
link=nextDep;
continue}}
for(;checkDepth--;){
let firstSub=sub.subs,hasMultipleSubs=firstSub.nextSub!==void 0;
if(hasMultipleSubs?(link=stack.value,stack=stack.prev):link=firstSub,dirty){
if(update(sub)){
hasMultipleSubs&&shallowPropagate(firstSub),sub=link.sub;
continue}
dirty=!1}else sub.flags&=-33;
sub=link.sub;
let nextDep=link.nextDep;
if(nextDep!==void 0){
link=nextDep;
continue top}}
return dirty}while(1)}
function shallowPropagate(link){
do{
let sub=link.sub,flags=sub.flags;
(flags&48)==32&&(sub.flags=flags|16,(flags&6)==2&&notify(sub))}while((link=link.nextSub)!==void 0)}
function isValidLink(checkLink,sub){
let link=sub.depsTail;
for(;link!==void 0;){
if(link===checkLink)return!0;
link=link.prevDep}
return!1}}
function toObserver(nextHandler,errorHandler,completionHandler){
let isObserver=typeof nextHandler==`object`,self=isObserver?nextHandler:void 0;
return{next:(isObserver?nextHandler.next:nextHandler)?.bind(self),error:(isObserver?nextHandler.error:errorHandler)?.bind(self),complete:(isObserver?nextHandler.complete:completionHandler)?.bind(self)}}
var queuedEffects=[],cycle=0,{link,unlink,propagate,checkDirty,shallowPropagate}=createReactiveSystem({update(atom){
return atom._update()},notify(effect){
queuedEffects[queuedEffectsLength++]=effect,effect.flags&=-3},unwatched(atom){
atom.depsTail!==void 0&&(atom.depsTail=void 0,atom.flags=17,purgeDeps(atom))}}),notifyIndex=0,queuedEffectsLength=0,activeSub,batchDepth=0;
function batch(fn){
try{
++batchDepth,fn()}finally{
--batchDepth||flush()}}
function purgeDeps(sub){
let depsTail=sub.depsTail,dep=depsTail===void 0?sub.deps:depsTail.nextDep;
for(;dep!==void 0;)dep=unlink(dep,sub)}
function flush(){
if(!(batchDepth>0)){
for(;notifyIndex<queuedEffectsLength;){
let effect=queuedEffects[notifyIndex];
queuedEffects[notifyIndex++]=void 0,effect.notify()}
notifyIndex=0,queuedEffectsLength=0}}
function createAtom(valueOrFn,options){
let isComputed=typeof valueOrFn==`function`,getter=valueOrFn,atom={_snapshot:isComputed?void 0:valueOrFn,subs:void 0,subsTail:void 0,deps:void 0,depsTail:void 0,flags:+!isComputed,get(){
return activeSub!==void 0&&link(atom,activeSub,cycle),atom._snapshot},subscribe(observerOrFn){
let obs=toObserver(observerOrFn),observed={current:!1},e=effect(()=>{
atom.get(),observed.current?(activeSub=void 0,obs.next?.(atom._snapshot)):observed.current=!0});
return{unsubscribe:()=>{
e.stop()}}},_update(getValue){
let prevSub=activeSub,compare=options?.compare??Object.is;
if(isComputed)activeSub=atom,++cycle,atom.depsTail=void 0;else if(getValue===void 0)return!1;
isComputed&&(atom.flags=5);
try{
let oldValue=atom._snapshot,newValue=typeof getValue==`function`?getValue(oldValue):getValue===void 0&&isComputed?getter(oldValue):getValue;
return oldValue===void 0||!compare(oldValue,newValue)?(atom._snapshot=newValue,!0):!1}finally{
activeSub=prevSub,isComputed&&(atom.flags&=-5),purgeDeps(atom)}}};
return isComputed?(atom.flags=17,atom.get=function(){
let flags=atom.flags;
if(flags&16||flags&32&&checkDirty(atom.deps,atom)){
if(atom._update()){
let subs=atom.subs;
subs!==void 0&&shallowPropagate(subs)}}else flags&32&&(atom.flags=flags&-33);
return activeSub!==void 0&&link(atom,activeSub,cycle),atom._snapshot}):atom.set=function(valueOrFn){
if(atom._update(valueOrFn)){
let subs=atom.subs;
subs!==void 0&&(propagate(subs),shallowPropagate(subs),flush())}},atom}
function effect(fn){
let run=()=>{
let prevSub=activeSub;
activeSub=effectObj,++cycle,effectObj.depsTail=void 0,effectObj.flags=6;
try{
return fn()}finally{
activeSub=prevSub,effectObj.flags&=-5,purgeDeps(effectObj)}},effectObj={deps:void 0,depsTail:void 0,subs:void 0,subsTail:void 0,flags:6,notify(){
let flags=this.flags;
flags&16||flags&32&&checkDirty(this.deps,this)?run():this.flags=2},stop(){
this.flags=0,this.depsTail=void 0,purgeDeps(this)}};
return run(),effectObj}
function shallow(objA,objB){
if(Object.is(objA,objB))return!0;
if(typeof objA!=`object`||!objA||typeof objB!=`object`||!objB)return!1;
if(objA instanceof Map&&objB instanceof Map){
if(objA.size!==objB.size)return!1;
for(let[k,v]of objA)if(!objB.has(k)||!Object.is(v,objB.get(k)))return!1;
return!0}
if(objA instanceof Set&&objB instanceof Set){
if(objA.size!==objB.size)return!1;
for(let v of objA)if(!objB.has(v))return!1;
return!0}
if(objA instanceof Date&&objB instanceof Date)return objA.getTime()===objB.getTime();
let keysA=getOwnKeys(objA);
if(keysA.length!==getOwnKeys(objB).length)return!1;
for(let i=0;i<keysA.length;i++)if(!Object.prototype.hasOwnProperty.call(objB,keysA[i])||!Object.is(objA[keysA[i]],objB[keysA[i]]))return!1;
return!0}
function getOwnKeys(obj){
return Object.keys(obj).concat(Object.getOwnPropertySymbols(obj))}
var require_use_sync_external_store_with_selector_production=__commonJSMin((exports=>{
var React=require_react();
function is(x,y){
return x===y&&(x!==0||1/x==1/y)||x!==x&&y!==y}
var objectIs=typeof Object.is==`function`?Object.is:is,useSyncExternalStore=React.useSyncExternalStore,useRef=React.useRef,useEffect=React.useEffect,useMemo=React.useMemo,useDebugValue=React.useDebugValue;
exports.useSyncExternalStoreWithSelector=function(subscribe,getSnapshot,getServerSnapshot,selector,isEqual){
var instRef=useRef(null);
if(instRef.current===null){
var inst={hasValue:!1,value:null};
instRef.current=inst}else inst=instRef.current;
instRef=useMemo(function(){
function memoizedSelector(nextSnapshot){
if(!hasMemo){
if(hasMemo=!0,memoizedSnapshot=nextSnapshot,nextSnapshot=selector(nextSnapshot),isEqual!==void 0&&inst.hasValue){
var currentSelection=inst.value;
if(isEqual(currentSelection,nextSnapshot))return memoizedSelection=currentSelection}
return memoizedSelection=nextSnapshot}
if(currentSelection=memoizedSelection,objectIs(memoizedSnapshot,nextSnapshot))return currentSelection;
var nextSelection=selector(nextSnapshot);
return isEqual!==void 0&&isEqual(currentSelection,nextSelection)?(memoizedSnapshot=nextSnapshot,currentSelection):(memoizedSnapshot=nextSnapshot,memoizedSelection=nextSelection)}
var hasMemo=!1,memoizedSnapshot,memoizedSelection,maybeGetServerSnapshot=getServerSnapshot===void 0?null:getServerSnapshot;
return[function(){
return memoizedSelector(getSnapshot())},maybeGetServerSnapshot===null?void 0:function(){
return memoizedSelector(maybeGetServerSnapshot())}]},[getSnapshot,getServerSnapshot,selector,isEqual]);
var value=useSyncExternalStore(subscribe,instRef[0],instRef[1]);
return useEffect(function(){
inst.hasValue=!0,inst.value=value},[value]),useDebugValue(value),value}})),import_with_selector=__commonJSMin(((exports,module)=>{
module.exports=require_use_sync_external_store_with_selector_production()}))();
function defaultCompare(a,b){
return a===b}
function useSelector(source,selector=s=>s,options){
let compare=options?.compare??defaultCompare,subscribe=(0,import_react.useCallback)(handleStoreChange=>{
let{unsubscribe}=source.subscribe(handleStoreChange);
return unsubscribe},[source]),getSnapshot=(0,import_react.useCallback)(()=>source.get(),[source]);
return(0,import_with_selector.useSyncExternalStoreWithSelector)(subscribe,getSnapshot,getSnapshot,selector,compare)}
var dummyMatch={};
function useStructuralSharing(opts,router){
let previousResult=import_react.useRef();
return slice=>{
let selected=opts?.select?opts.select(slice):slice;
return opts?.structuralSharing??router.options.defaultStructuralSharing?previousResult.current=replaceEqualDeep(previousResult.current,selected):selected}}
function useMatch(opts){
let router=useRouter(),nearestRouteId=import_react.useContext(opts.from?dummyMatchContext:matchContext),routeId=opts.from??nearestRouteId,matchStore=router.stores.getMatchStore(routeId),selector=useStructuralSharing(opts,router),matchSelection=useSelector(matchStore,match=>match?selector(match):dummyMatch);
if(matchSelection!==dummyMatch)return matchSelection;
(opts.shouldThrow??!0)&&invariant()}
function useLoaderData(opts){
return useMatch({from:opts.from,strict:opts.strict,structuralSharing:opts.structuralSharing,select:match=>opts.select?opts.select(match.loaderData):match.loaderData})}
function useLoaderDeps(opts){
let{select,...rest}=opts;
return useMatch({...rest,select:match=>select?select(match.loaderDeps):match.loaderDeps})}
function useParams(opts){
return useMatch({from:opts.from,shouldThrow:opts.shouldThrow,structuralSharing:opts.structuralSharing,strict:opts.strict,select:match=>{
let params=opts.strict===!1?match.params:match._strictParams;
return opts.select?opts.select(params):params}})}
function useSearch(opts){
return useMatch({from:opts.from,strict:opts.strict,shouldThrow:opts.shouldThrow,structuralSharing:opts.structuralSharing,select:match=>opts.select?opts.select(match.search):match.search})}
function useNavigate(_defaultOpts){
let router=useRouter();
return import_react.useCallback(options=>router.navigate({...options,from:options.from??_defaultOpts?.from}),[_defaultOpts?.from,router])}
function useRouteContext(opts){
return useMatch({...opts,select:match=>opts.select?opts.select(match.context):match.context})}
function useStableValues(...values){
let ref=import_react.useRef(values),stable=ref.current;
return values.forEach((value,index)=>{
deepEqual(stable[index],value,!1,!0)||(stable[index]=value)}),ref.current}
function preloadLink(router,options){
router.preloadRoute(options).catch(err=>{
console.warn(err),console.warn(preloadWarning)})}
function resolveExternalLink(to,protocolAllowlist){
let scheme=typeof to==`string`&&getUrlScheme(to);
if(scheme)return protocolAllowlist.has(scheme)?to:null}
function resolveIsActive(location,next,activeOptions,basepath){
let currentPath=removeTrailingSlash(location.pathname,basepath),nextPath=removeTrailingSlash(next.pathname,basepath);
return(activeOptions?.exact?currentPath!==nextPath:!currentPath.startsWith(nextPath)||currentPath.length!==nextPath.length&&currentPath[nextPath.length]!==`/`)||(activeOptions?.includeSearch??!0)&&!deepEqual(location.search,next.search,!activeOptions?.exact,activeOptions?.explicitUndefined)?!1:!activeOptions?.includeHash||location.hash===next.hash}
function useLinkProps(options,forwardedRef,host){
let router=useRouter(),innerRef=import_react.useRef(null),mergedRef=import_react.useCallback(element=>{
if(innerRef.current=element,typeof forwardedRef==`function`)return forwardedRef(element);
forwardedRef&&(forwardedRef.current=element)},[forwardedRef]),{activeOptions,to,preload:userPreload,preloadDelay:userPreloadDelay,disabled,target,onClick,onBlur,onFocus,onMouseEnter,onMouseLeave,onTouchStart}=options,[stableSearch,stableParams,stableActiveOptions]=useStableValues(options.search,options.params,activeOptions),routeId=import_react.useContext(matchContext),scope=(router.stores._linkScopes??={})[routeId]??=createLinkScope(router,routeId),[dest,getLinkState,getHydrationState]=import_react.useMemo(()=>{
let directExternalLink=resolveExternalLink(to,router.protocolAllowlist);
if(directExternalLink!==void 0){
let state=[directExternalLink??void 0];
return[options,()=>state]}
let dest={...options},source,state,hydrationState,getLinkState=()=>{
let location=scope[0]();
if(location!==source){
dest._fromLocation=location;
let next=router.buildLocation(dest),href=getHrefOption(next,router,disabled),isActive=disabled||href&&!getUrlScheme(href)?resolveIsActive(location,next,stableActiveOptions,router.basepath):void 0;
state&&state[0]===href&&state[1]===isActive||(state=[href,isActive]),source=location}
return state};
return[dest,getLinkState,stableActiveOptions?.includeHash&&(()=>{
let state=getLinkState();
return state[1]?hydrationState??=[state[0],!1]:state})]},[router,scope,options.from,options.hash,options.href,to,stableSearch,stableParams,options.state,options.mask,options.unsafeRelative,stableActiveOptions,disabled]),[href,isActive]=import_react.useSyncExternalStore(scope[1],getLinkState,getHydrationState||getLinkState),externalLink=isActive===void 0&&href,linkDisabled=disabled||href===void 0,hasRenderFetched=import_react.useRef(!1),preload=options.reloadDocument||externalLink||linkDisabled?!1:userPreload??router.options.defaultPreload,preloadDelay=userPreloadDelay??router.options.defaultPreloadDelay??0,enqueuePreload=import_react.useCallback(e=>{
let isIntersecting=e?.isIntersecting;
isIntersecting??preload===`intent`?preloadDelay?innerRef.t??=setTimeout(()=>{
innerRef.t=void 0,preloadLink(router,dest)},preloadDelay):preloadLink(router,dest):isIntersecting===!1&&cancelPreload(innerRef)},[router,dest,innerRef,preload,preloadDelay]);
import_react.useEffect(()=>{
if(!preload)return;
preload===`render`&&!hasRenderFetched.current&&(hasRenderFetched.current=!0,preloadLink(router,dest));
let active=!0,observer;
return preload===`viewport`&&innerRef.current&&typeof IntersectionObserver==`function`&&(observer=new IntersectionObserver(entries=>{
active&&enqueuePreload(entries.pop())},{rootMargin:`100px`}),observer.observe(innerRef.current)),()=>{
active=!1,observer?.disconnect(),cancelPreload(innerRef)}},[router,dest,preload,enqueuePreload,innerRef]);
let props=collectElementProps(options,host);
if(props.ref=forwardedRef?mergedRef:innerRef,externalLink)return props.href=externalLink,props;
let handleClick=e=>{
let effectiveTarget=target??e.currentTarget.getAttribute(`target`);
linkDisabled||e.metaKey||e.altKey||e.ctrlKey||e.shiftKey||e.defaultPrevented||effectiveTarget&&effectiveTarget!==`_self`||e.button!==0||(e.preventDefault(),cancelPreload(innerRef),router.navigate({...options,_fromLocation:dest._fromLocation}))},handleTouchStart=()=>{
preload===`intent`&&preloadLink(router,dest)},handleLeave=()=>{
preload===`intent`&&cancelPreload(innerRef)};
return props.onClick=composeHandlers(onClick,handleClick),props.onBlur=composeHandlers(onBlur,handleLeave),props.onFocus=composeHandlers(onFocus,enqueuePreload),props.onMouseEnter=composeHandlers(onMouseEnter,enqueuePreload),props.onMouseLeave=composeHandlers(onMouseLeave,handleLeave),props.onTouchStart=composeHandlers(onTouchStart,handleTouchStart),applyLinkState(props,options,isActive,href,linkDisabled,host)}
var STATIC_EMPTY_OBJECT={},STATIC_ACTIVE_OBJECT={className:`active`},ROUTER_OPTION_KEYS=new Set([`to`,`params`,`search`,`hash`,`state`,`mask`,`from`,`unsafeRelative`,`reloadDocument`,`preload`,`preloadDelay`,`preloadIntentProximity`,`hashScrollIntoView`,`replace`,`startTransition`,`resetScroll`,`viewTransition`,`ignoreBlocker`,`activeProps`,`inactiveProps`,`activeOptions`,`_asChild`]);
function collectElementProps(options,host){
let props={};
for(let key in options)ROUTER_OPTION_KEYS.has(key)||key===`type`&&host!==void 0||key===`disabled`&&host===`a`||(props[key]=options[key]);
return props}
function applyLinkState(props,options,isActive,href,linkDisabled,host){
let{activeProps,inactiveProps,className,style,target}=options,stateProps=functionalUpdate(isActive?activeProps:inactiveProps,{})??(isActive?STATIC_ACTIVE_OBJECT:STATIC_EMPTY_OBJECT);
Object.assign(props,stateProps),props.href=href,host!==`a`&&(props.disabled=linkDisabled),props.target=target;
let stateStyle=stateProps.style;
(style||stateStyle)&&(props.style=style&&stateStyle?{...style,...stateStyle}:style||stateStyle);
let stateClassName=stateProps.className;
return(className||stateClassName)&&(props.className=className?stateClassName?`${className} ${stateClassName}`:className:stateClassName),linkDisabled&&(props.role=`link`,props[`aria-disabled`]=!0),isActive&&(props[`data-status`]=`active`,props[`aria-current`]=`page`),props}
var cancelPreload=ref=>{
clearTimeout(ref.t),ref.t=void 0},composeHandlers=(first,second)=>first?event=>event.defaultPrevented||(first(event),event.defaultPrevented||second(event)):second;
function getHrefOption(next,router,disabled){
if(disabled)return;
let location=next.maskedLocation??next,href=location.external?location.publicHref:router.history.createHref(location.publicHref)||`/`;
if(!location.external&&href===location.publicHref||!isDangerousProtocol(href,router.protocolAllowlist))return href}
var Link=import_react.memo(import_react.forwardRef((props,ref)=>{
let host=props._asChild||`a`,linkProps=useLinkProps(props,ref,host),children=typeof props.children==`function`?props.children({isActive:linkProps[`data-status`]===`active`}):props.children;
return import_react.createElement(host,linkProps,children)}),areLinkPropsEqual);
function areLinkPropsEqual(prev,next){
let extraKeys=0;
for(let key in next)if(extraKeys++,prev[key]!==next[key]&&(!ROUTER_OPTION_KEYS.has(key)||!deepEqual(prev[key],next[key],!1,!0)))return!1;
for(let _key in prev)extraKeys--;
return extraKeys===0}
var Route=class extends BaseRoute{
constructor(options){
super(options),this.useMatch=opts=>useMatch({...opts,from:this.id}),this.useRouteContext=opts=>useRouteContext({...opts,from:this.id}),this.useSearch=opts=>useSearch({...opts,from:this.id}),this.useParams=opts=>useParams({...opts,from:this.id}),this.useLoaderDeps=opts=>useLoaderDeps({...opts,from:this.id}),this.useLoaderData=opts=>useLoaderData({...opts,from:this.id}),this.useNavigate=()=>useNavigate({from:this.fullPath}),this.Link=import_react.forwardRef((props,ref)=>(0,import_jsx_runtime.jsx)(Link,{ref,from:this.fullPath,...props}))}};
function createRoute(options){
return new Route(options)}
var RootRoute=class extends BaseRootRoute{
constructor(options){
super(options),this.useMatch=opts=>useMatch({...opts,from:this.id}),this.useRouteContext=opts=>useRouteContext({...opts,from:this.id}),this.useSearch=opts=>useSearch({...opts,from:this.id}),this.useParams=opts=>useParams({...opts,from:this.id}),this.useLoaderDeps=opts=>useLoaderDeps({...opts,from:this.id}),this.useLoaderData=opts=>useLoaderData({...opts,from:this.id}),this.useNavigate=()=>useNavigate({from:this.fullPath}),this.Link=import_react.forwardRef((props,ref)=>(0,import_jsx_runtime.jsx)(Link,{ref,from:this.fullPath,...props}))}};
function createRootRoute(options){
return new RootRoute(options)}
function lazyRouteComponent(importer,exportName){
let loadPromise,comp,error,load=()=>(loadPromise||=(error=void 0,importer().then(res=>{
loadPromise=void 0,lazyComp.preload=void 0,comp=res[exportName??`default`]}).catch(err=>{
loadPromise=void 0,error=err})),loadPromise),lazyComp=function(props){
if(error){
if(isModuleNotFoundError(error)&&typeof sessionStorage<`u`){
let storageKey=`tanstack_router_reload:${error.message}`;
if(!sessionStorage.getItem(storageKey))throw sessionStorage.setItem(storageKey,`1`),window.location.reload(),new Promise(()=>{})}
throw error}
if(!comp){
if(reactUse)reactUse(load());else throw load()}
return import_react.createElement(comp,props)};
return lazyComp.preload=load,lazyComp}
function CatchNotFound(props){
let router=useRouter(),resetKey=`not-found-${useSelector(router.stores.location,location=>location.pathname)}-${useSelector(router.stores.status)}`;
return(0,import_jsx_runtime.jsx)(CatchBoundary,{getResetKey:()=>resetKey,onCatch:(error,errorInfo)=>{
if(isNotFound(error))props.onCatch?.(error,errorInfo);else throw error},errorComponent:({error})=>{
if(isNotFound(error))return props.fallback?.(error);
throw error},children:props.children})}
function DefaultGlobalNotFound(){
return(0,import_jsx_runtime.jsx)(`p`,{children:`Not Found`})}
function renderRouteNotFound(router,route,data){
return route.options.notFoundComponent?(0,import_jsx_runtime.jsx)(route.options.notFoundComponent,{...data}):router.options.defaultNotFoundComponent?(0,import_jsx_runtime.jsx)(router.options.defaultNotFoundComponent,{...data}):(0,import_jsx_runtime.jsx)(DefaultGlobalNotFound,{})}
function renderPending(router,route){
let PendingComponent=route?.options.pendingComponent??router.options.defaultPendingComponent;
return PendingComponent?(0,import_jsx_runtime.jsx)(PendingComponent,{}):null}
var outletMatchSelectionEqual=(a,b)=>a[0]===b[0]&&a[1]===b[1],canWrapInSuspense=(router,route,ssr)=>!route.isRoot||route.options.shellComponent||route.options.wrapInSuspense||ssr===!1||ssr===`data-only`||!router.ssr,Match=import_react.memo(function({routeId}){
let router=useRouter();
return matchView(router,useSelector(router.stores.getMatchStore(routeId)))});
function matchView(router,match){
let route=router.routesById[match.routeId],pendingElement=renderPending(router,route),routeErrorComponent=route.options.errorComponent??router.options.defaultErrorComponent,routeOnCatch=route.options.onCatch??router.options.defaultOnCatch,routeNotFoundComponent=route.isRoot?route.options.notFoundComponent??router.options.notFoundRoute?.options.component:route.options.notFoundComponent,resolvedNoSsr=match.ssr===!1||match.ssr===`data-only`,wrapInSuspense=canWrapInSuspense(router,route,match.ssr)&&(route.options.wrapInSuspense??pendingElement??(route.options.errorComponent?.preload||resolvedNoSsr)),content=(0,import_jsx_runtime.jsx)(MatchInner,{match});
resolvedNoSsr&&(content=(0,import_jsx_runtime.jsx)(ClientOnly,{fallback:pendingElement,children:content})),routeNotFoundComponent&&(content=(0,import_jsx_runtime.jsx)(CatchNotFound,{fallback:error=>{
if(error.routeId??=match.routeId,error.routeId!==match.routeId)throw error;
return import_react.createElement(routeNotFoundComponent,error)},children:content})),routeErrorComponent&&(content=(0,import_jsx_runtime.jsx)(CatchBoundary,{getResetKey:()=>match,errorComponent:routeErrorComponent,onCatch:(error,errorInfo)=>{
if(isNotFound(error))throw error.routeId??=match.routeId,error;
routeOnCatch?.(error,errorInfo)},children:content})),wrapInSuspense&&(content=(0,import_jsx_runtime.jsx)(import_react.Suspense,{fallback:pendingElement,children:content}));
let ShellComponent=route.isRoot&&route.options.shellComponent;
return ShellComponent?(0,import_jsx_runtime.jsx)(matchContext.Provider,{value:match.routeId,children:(0,import_jsx_runtime.jsxs)(ShellComponent,{children:[content,null]})}):(0,import_jsx_runtime.jsxs)(matchContext.Provider,{value:match.routeId,children:[content,null]})}
var MatchInner=import_react.memo(function({match}){
let router=useRouter(),routeId=match.routeId,route=router.routesById[routeId],key=import_react.useMemo(()=>{
let remountDeps=(route.options.remountDeps??router.options.defaultRemountDeps)?.({routeId,loaderDeps:match.loaderDeps,params:match._strictParams,search:match._strictSearch});
return remountDeps?JSON.stringify(remountDeps):void 0},[routeId,match.loaderDeps,match._strictParams,match._strictSearch,route.options.remountDeps,router.options.defaultRemountDeps]),out=import_react.useMemo(()=>{
let Comp=route.options.component??router.options.defaultComponent;
return Comp?(0,import_jsx_runtime.jsx)(Comp,{},key):(0,import_jsx_runtime.jsx)(Outlet,{})},[key,route.options.component,router.options.defaultComponent]);
if(match.status===`pending`){
if(router.ssr&&!canWrapInSuspense(router,route,match.ssr))return out;
if(router._tx)throw router._tx[5];
return renderPending(router,route)}
if(match.status===`notFound`)return renderRouteNotFound(router,route,match.error);
if(match.status===`error`)throw match.error;
return out}),Outlet=import_react.memo(function(){
let router=useRouter(),routeId=import_react.useContext(matchContext),parentGlobalNotFound,parentNotFoundError,childRouteId;
{
let parentMatchStore=router.stores.getMatchStore(routeId);
[parentGlobalNotFound,parentNotFoundError]=useSelector(parentMatchStore,match=>[!!match._notFound,match.error],{compare:outletMatchSelectionEqual}),childRouteId=useSelector(router.stores.ids,ids=>ids[ids.indexOf(routeId)+1])}
if(parentGlobalNotFound)return renderRouteNotFound(router,router.routesById[routeId],parentNotFoundError);
if(!childRouteId)return null;
let nextMatch=(0,import_jsx_runtime.jsx)(Match,{routeId:childRouteId});
return routeId===`__root__`?(0,import_jsx_runtime.jsx)(import_react.Suspense,{fallback:renderPending(router),children:nextMatch}):nextMatch});
function settleOwner(owner,rendered){
let settle=owner[1];
owner.length=0,settle?.(rendered)}
function Transitioner({t}){
let router=useRouter(),acknowledgement=router._rendered??=[];
return router.startTransition=(fn,expected)=>new Promise(resolve=>{
settleOwner(acknowledgement,!1),acknowledgement.push(expected,resolve),t(router),import_react.startTransition(fn)}),useLayoutEffect(()=>{
let unsub=router.history.subscribe(router.load);
router.updateLatestLocation();
let location=router.latestLocation,nextLocation=router.buildLocation({to:location.pathname,search:!0,params:!0,hash:!0,state:!0,_includeValidateSearch:!0});
if(trimPathRight(location.publicHref)!==trimPathRight(nextLocation.publicHref))return router.commitLocation({...nextLocation,replace:!0,ignoreBlocker:!0}),unsub;
let resolvedLocation=router.stores.resolvedLocation.get();
return resolvedLocation?.href===location.href&&resolvedLocation.state.__TSR_key===location.state.__TSR_key?acknowledgement.push(router.stores.matches.get(),rendered=>{
rendered&&router.emit({type:`onRendered`,...getLocationChangeInfo(resolvedLocation,resolvedLocation)})}):router._tx||router.load({sync:!0}).catch(console.error),unsub},[router,router.history]),null}
function Matches(){
let router=useRouter(),rootRoute=router.routesById[rootRouteId],pendingElement=renderPending(router,rootRoute),inner=(0,import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment,{children:[(0,import_jsx_runtime.jsx)(Transitioner,{t:import_react.useState()[1]}),router.ssr?(0,import_jsx_runtime.jsx)(MatchesInner,{}):(0,import_jsx_runtime.jsx)(import_react.Suspense,{fallback:pendingElement,children:(0,import_jsx_runtime.jsx)(MatchesInner,{})})]});
return router.options.InnerWrap?(0,import_jsx_runtime.jsx)(router.options.InnerWrap,{children:inner}):inner}
function MatchesInner(){
let router=useRouter(),acknowledgement=router._rendered,matches=useSelector(router.stores.matches,value=>acknowledgement[0]??value),match=matches[0],routeId=match?.routeId;
useLayoutEffect(()=>{
acknowledgement[0]===matches&&settleOwner(acknowledgement,!0)},[acknowledgement,matches]);
let matchComponent=routeId?(0,import_jsx_runtime.jsx)(Match,{routeId}):null;
return router.options.disableGlobalCatchBoundary?matchComponent:(0,import_jsx_runtime.jsx)(CatchBoundary,{getResetKey:()=>match,onCatch:void 0,children:matchComponent})}
var getStoreFactory=opts=>({createMutableStore:createAtom,createReadonlyStore:createAtom,batch}),createRouter=options=>new Router(options),Router=class extends RouterCore{
constructor(options){
super(options,getStoreFactory)}};
function RouterContextProvider({router,children,...rest}){
hasKeys(rest)&&router.update({...router.options,...rest,context:{...router.options.context,...rest.context}});
let provider=(0,import_jsx_runtime.jsx)(routerContext.Provider,{value:router,children});
return router.options.Wrap?(0,import_jsx_runtime.jsx)(router.options.Wrap,{children:provider}):provider}
function RouterProvider({router,...rest}){
return(0,import_jsx_runtime.jsx)(RouterContextProvider,{router,...rest,children:(0,import_jsx_runtime.jsx)(Matches,{})})}
function useRouterState(opts){
let contextRouter=useRouter({warn:opts?.router===void 0}),router=opts?.router||contextRouter;
return useSelector(router.stores.__store,useStructuralSharing(opts,router))}
var require_scheduler_production=__commonJSMin((exports=>{
function push(heap,node){
var index=heap.length;
heap.push(node);
a:for(;0<index;){
var parentIndex=index-1>>>1,parent=heap[parentIndex];
if(0<compare(parent,node))heap[parentIndex]=node,heap[index]=parent,index=parentIndex;else break a}}
function peek(heap){
return heap.length===0?null:heap[0]}
function pop(heap){
if(heap.length===0)return null;
var first=heap[0],last=heap.pop();
if(last!==first){
heap[0]=last;
a:for(var index=0,length=heap.length,halfLength=length>>>1;index<halfLength;){
var leftIndex=2*(index+1)-1,left=heap[leftIndex],rightIndex=leftIndex+1,right=heap[rightIndex];
if(0>compare(left,last))rightIndex<length&&0>compare(right,left)?(heap[index]=right,heap[rightIndex]=last,index=rightIndex):(heap[index]=left,heap[leftIndex]=last,index=leftIndex);else if(rightIndex<length&&0>compare(right,last))heap[index]=right,heap[rightIndex]=last,index=rightIndex;else break a}}
return first}
function compare(a,b){
var diff=a.sortIndex-b.sortIndex;
return diff===0?a.id-b.id:diff}
if(exports.unstable_now=void 0,typeof performance==`object`&&typeof performance.now==`function`){
var localPerformance=performance;
exports.unstable_now=function(){
return localPerformance.now()}}else{
var localDate=Date,initialTime=localDate.now();
exports.unstable_now=function(){
return localDate.now()-initialTime}}
var taskQueue=[],timerQueue=[],taskIdCounter=1,currentTask=null,currentPriorityLevel=3,isPerformingWork=!1,isHostCallbackScheduled=!1,isHostTimeoutScheduled=!1,needsPaint=!1,localSetTimeout=typeof setTimeout==`function`?setTimeout:null,localClearTimeout=typeof clearTimeout==`function`?clearTimeout:null,localSetImmediate=typeof setImmediate<`u`?setImmediate:null;
function advanceTimers(currentTime){
for(var timer=peek(timerQueue);timer!==null;){
if(timer.callback===null)pop(timerQueue);else if(timer.startTime<=currentTime)pop(timerQueue),timer.sortIndex=timer.expirationTime,push(taskQueue,timer);else break;
timer=peek(timerQueue)}}
function handleTimeout(currentTime){
if(isHostTimeoutScheduled=!1,advanceTimers(currentTime),!isHostCallbackScheduled){
if(peek(taskQueue)!==null)isHostCallbackScheduled=!0,isMessageLoopRunning||(isMessageLoopRunning=!0,schedulePerformWorkUntilDeadline());else{
var firstTimer=peek(timerQueue);
firstTimer!==null&&requestHostTimeout(handleTimeout,firstTimer.startTime-currentTime)}}}
var isMessageLoopRunning=!1,taskTimeoutID=-1,frameInterval=5,startTime=-1;
function shouldYieldToHost(){
return needsPaint?!0:!(exports.unstable_now()-startTime<frameInterval)}
function performWorkUntilDeadline(){
if(needsPaint=!1,isMessageLoopRunning){
var currentTime=exports.unstable_now();
startTime=currentTime;
var hasMoreWork=!0;
try{
a:{
isHostCallbackScheduled=!1,isHostTimeoutScheduled&&(isHostTimeoutScheduled=!1,localClearTimeout(taskTimeoutID),taskTimeoutID=-1),isPerformingWork=!0;
var previousPriorityLevel=currentPriorityLevel;
try{
b:{
for(advanceTimers(currentTime),currentTask=peek(taskQueue);currentTask!==null&&!(currentTask.expirationTime>currentTime&&shouldYieldToHost());){
var callback=currentTask.callback;
if(typeof callback==`function`){
currentTask.callback=null,currentPriorityLevel=currentTask.priorityLevel;
var continuationCallback=callback(currentTask.expirationTime<=currentTime);
if(currentTime=exports.unstable_now(),typeof continuationCallback==`function`){
currentTask.callback=continuationCallback,advanceTimers(currentTime),hasMoreWork=!0;
break b}
currentTask===peek(taskQueue)&&pop(taskQueue),advanceTimers(currentTime)}else pop(taskQueue);
currentTask=peek(taskQueue)}
if(currentTask!==null)hasMoreWork=!0;else{
var firstTimer=peek(timerQueue);
firstTimer!==null&&requestHostTimeout(handleTimeout,firstTimer.startTime-currentTime),hasMoreWork=!1}}
break a}finally{
currentTask=null,currentPriorityLevel=previousPriorityLevel,isPerformingWork=!1}
hasMoreWork=void 0}}finally{
hasMoreWork?schedulePerformWorkUntilDeadline():isMessageLoopRunning=!1}}}
var schedulePerformWorkUntilDeadline;
if(typeof localSetImmediate==`function`)schedulePerformWorkUntilDeadline=function(){
localSetImmediate(performWorkUntilDeadline)};else if(typeof MessageChannel<`u`){
var channel=new MessageChannel,port=channel.port2;
channel.port1.onmessage=performWorkUntilDeadline,schedulePerformWorkUntilDeadline=function(){
port.postMessage(null)}}else schedulePerformWorkUntilDeadline=function(){
localSetTimeout(performWorkUntilDeadline,0)};
function requestHostTimeout(callback,ms){
taskTimeoutID=localSetTimeout(function(){
callback(exports.unstable_now())},ms)}
exports.unstable_IdlePriority=5,exports.unstable_ImmediatePriority=1,exports.unstable_LowPriority=4,exports.unstable_NormalPriority=3,exports.unstable_Profiling=null,exports.unstable_UserBlockingPriority=2,exports.unstable_cancelCallback=function(task){
task.callback=null},exports.unstable_forceFrameRate=function(fps){
0>fps||125<fps?console.error(`forceFrameRate takes a positive int between 0 and 125, forcing frame rates higher than 125 fps is not supported`):frameInterval=0<fps?Math.floor(1e3/fps):5},exports.unstable_getCurrentPriorityLevel=function(){
return currentPriorityLevel},exports.unstable_next=function(eventHandler){
switch(currentPriorityLevel){
case 1:
case 2:
case 3:
var priorityLevel=3;
break;
default:
priorityLevel=currentPriorityLevel}
var previousPriorityLevel=currentPriorityLevel;
currentPriorityLevel=priorityLevel;
try{
return eventHandler()}finally{
currentPriorityLevel=previousPriorityLevel}},exports.unstable_requestPaint=function(){
needsPaint=!0},exports.unstable_runWithPriority=function(priorityLevel,eventHandler){
switch(priorityLevel){
case 1:
case 2:
case 3:
case 4:
case 5:
break;
default:
priorityLevel=3}
var previousPriorityLevel=currentPriorityLevel;
currentPriorityLevel=priorityLevel;
try{
return eventHandler()}finally{
currentPriorityLevel=previousPriorityLevel}},exports.unstable_scheduleCallback=function(priorityLevel,callback,options){
var currentTime=exports.unstable_now();
switch(typeof options==`object`&&options?(options=options.delay,options=typeof options==`number`&&0<options?currentTime+options:currentTime):options=currentTime,priorityLevel){
case 1:
var timeout=-1;
break;
case 2:
timeout=250;
break;
case 5:
timeout=1073741823;
break;
case 4:
timeout=1e4;
break;
default:
timeout=5e3}
return timeout=options+timeout,priorityLevel={id:taskIdCounter++,callback,priorityLevel,startTime:options,expirationTime:timeout,sortIndex:-1},options>currentTime?(priorityLevel.sortIndex=options,push(timerQueue,priorityLevel),peek(taskQueue)===null&&priorityLevel===peek(timerQueue)&&(isHostTimeoutScheduled?(localClearTimeout(taskTimeoutID),taskTimeoutID=-1):isHostTimeoutScheduled=!0,requestHostTimeout(handleTimeout,options-currentTime))):(priorityLevel.sortIndex=timeout,push(taskQueue,priorityLevel),isHostCallbackScheduled||isPerformingWork||(isHostCallbackScheduled=!0,isMessageLoopRunning||(isMessageLoopRunning=!0,schedulePerformWorkUntilDeadline()))),priorityLevel},exports.unstable_shouldYield=shouldYieldToHost,exports.unstable_wrapCallback=function(callback){
var parentPriorityLevel=currentPriorityLevel;
return function(){
var previousPriorityLevel=currentPriorityLevel;
currentPriorityLevel=parentPriorityLevel;
try{
return callback.apply(this,arguments)}finally{
currentPriorityLevel=previousPriorityLevel}}}})),require_scheduler=__commonJSMin(((exports,module)=>{
module.exports=require_scheduler_production()})),require_react_dom_production=__commonJSMin((exports=>{
var React=require_react();
function formatProdErrorMessage(code){
var url=`https://react.dev/errors/`+code;
if(1<arguments.length){
url+=`?args[]=`+encodeURIComponent(arguments[1]);
for(var i=2;i<arguments.length;i++)url+=`&args[]=`+encodeURIComponent(arguments[i])}
return`Minified React error #`+code+`; visit `+url+` for the full message or use the non-minified dev environment for full errors and additional helpful warnings.`}
function noop(){}
var Internals={d:{f:noop,r:function(){
throw Error(formatProdErrorMessage(522))},D:noop,C:noop,L:noop,m:noop,X:noop,S:noop,M:noop},p:0,findDOMNode:null},REACT_PORTAL_TYPE=Symbol.for(`react.portal`),REACT_RECOVERABLE_TYPE=Symbol.for(`react.recoverable`),REACT_OPTIMISTIC_KEY=Symbol.for(`react.optimistic_key`);
function createPortal$1(children,containerInfo,implementation){
var key=3<arguments.length&&arguments[3]!==void 0?arguments[3]:null;
return{$$typeof:REACT_PORTAL_TYPE,key:key==null?null:key===REACT_OPTIMISTIC_KEY?REACT_OPTIMISTIC_KEY:``+key,children,containerInfo,implementation}}
var ReactSharedInternals=React.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
function getCrossOriginStringAs(as,input){
if(as===`font`)return``;
if(typeof input==`string`)return input===`use-credentials`?input:``}
exports.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=Internals,exports.browser=function(reason){
return{$$typeof:REACT_RECOVERABLE_TYPE,_reason:reason}},exports.createPortal=function(children,container){
var key=2<arguments.length&&arguments[2]!==void 0?arguments[2]:null;
if(!container||container.nodeType!==1&&container.nodeType!==9&&container.nodeType!==11)throw Error(formatProdErrorMessage(299));
return createPortal$1(children,container,null,key)},exports.flushSync=function(fn){
var previousTransition=ReactSharedInternals.T,previousUpdatePriority=Internals.p;
try{
if(ReactSharedInternals.T=null,Internals.p=2,fn)return fn()}finally{
ReactSharedInternals.T=previousTransition,Internals.p=previousUpdatePriority,Internals.d.f()}},exports.preconnect=function(href,options){
typeof href==`string`&&(options?(options=options.crossOrigin,options=typeof options==`string`?options===`use-credentials`?options:``:void 0):options=null,Internals.d.C(href,options))},exports.prefetchDNS=function(href){
typeof href==`string`&&Internals.d.D(href)},exports.preinit=function(href,options){
if(typeof href==`string`&&options&&typeof options.as==`string`){
var as=options.as,crossOrigin=getCrossOriginStringAs(as,options.crossOrigin),integrity=typeof options.integrity==`string`?options.integrity:void 0,fetchPriority=typeof options.fetchPriority==`string`?options.fetchPriority:void 0;
as===`style`?Internals.d.S(href,typeof options.precedence==`string`?options.precedence:void 0,{crossOrigin,integrity,fetchPriority}):as===`script`&&Internals.d.X(href,{crossOrigin,integrity,fetchPriority,nonce:typeof options.nonce==`string`?options.nonce:void 0})}},exports.preinitModule=function(href,options){
if(typeof href==`string`){
if(typeof options==`object`&&options){
if(options.as==null||options.as===`script`){
var crossOrigin=getCrossOriginStringAs(options.as,options.crossOrigin);
Internals.d.M(href,{crossOrigin,integrity:typeof options.integrity==`string`?options.integrity:void 0,nonce:typeof options.nonce==`string`?options.nonce:void 0,fetchPriority:typeof options.fetchPriority==`string`?options.fetchPriority:void 0})}}else options??Internals.d.M(href)}},exports.preload=function(href,options){
if(typeof href==`string`&&typeof options==`object`&&options&&typeof options.as==`string`){
var as=options.as,crossOrigin=getCrossOriginStringAs(as,options.crossOrigin);
Internals.d.L(href,as,{crossOrigin,integrity:typeof options.integrity==`string`?options.integrity:void 0,nonce:typeof options.nonce==`string`?options.nonce:void 0,type:typeof options.type==`string`?options.type:void 0,fetchPriority:typeof options.fetchPriority==`string`?options.fetchPriority:void 0,referrerPolicy:typeof options.referrerPolicy==`string`?options.referrerPolicy:void 0,imageSrcSet:typeof options.imageSrcSet==`string`?options.imageSrcSet:void 0,imageSizes:typeof options.imageSizes==`string`?options.imageSizes:void 0,media:typeof options.media==`string`?options.media:void 0})}},exports.preloadModule=function(href,options){
if(typeof href==`string`){
if(options){
var crossOrigin=getCrossOriginStringAs(options.as,options.crossOrigin);
Internals.d.m(href,{as:typeof options.as==`string`&&options.as!==`script`?options.as:void 0,crossOrigin,integrity:typeof options.integrity==`string`?options.integrity:void 0,nonce:typeof options.nonce==`string`?options.nonce:void 0,fetchPriority:typeof options.fetchPriority==`string`?options.fetchPriority:void 0})}else Internals.d.m(href)}},exports.requestFormReset=function(form){
Internals.d.r(form)},exports.unstable_batchedUpdates=function(fn,a){
return fn(a)},exports.useFormState=function(action,initialState,permalink){
return ReactSharedInternals.H.useFormState(action,initialState,permalink)},exports.useFormStatus=function(){
return ReactSharedInternals.H.useHostTransitionStatus()},exports.version=`19.3.1`})),require_react_dom=__commonJSMin(((exports,module)=>{
function checkDCE(){
if(typeof __REACT_DEVTOOLS_GLOBAL_HOOK__<`u`&&typeof __REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE==`function`)try{
__REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE(checkDCE)}catch(err){
console.error(err)}}
checkDCE(),module.exports=require_react_dom_production()})),require_react_dom_client_production=__commonJSMin((exports=>{
var Scheduler=require_scheduler(),React=require_react(),ReactDOM=require_react_dom();
function formatProdErrorMessage(code){
var url=`https://react.dev/errors/`+code;
if(1<arguments.length){
url+=`?args[]=`+encodeURIComponent(arguments[1]);
for(var i=2;i<arguments.length;i++)url+=`&args[]=`+encodeURIComponent(arguments[i])}
return`Minified React error #`+code+`; visit `+url+` for the full message or use the non-minified dev environment for full errors and additional helpful warnings.`}
function isValidContainer(node){
return!(!node||node.nodeType!==1&&node.nodeType!==9&&node.nodeType!==11)}
function getNearestMountedFiber(fiber){
for(var node=fiber,nextNode=node;nextNode&&!nextNode.alternate;)node=nextNode,node.flags&4098&&(fiber=node.return),nextNode=node.return;
for(;node.return;)node=node.return;
return node.tag===3?fiber:null}
function getSuspenseInstanceFromFiber(fiber){
if(fiber.tag===13){
var suspenseState=fiber.memoizedState;
if(suspenseState===null&&(fiber=fiber.alternate,fiber!==null&&(suspenseState=fiber.memoizedState)),suspenseState!==null)return suspenseState.dehydrated}
return null}
function getActivityInstanceFromFiber(fiber){
if(fiber.tag===31){
var activityState=fiber.memoizedState;
if(activityState===null&&(fiber=fiber.alternate,fiber!==null&&(activityState=fiber.memoizedState)),activityState!==null)return activityState.dehydrated}
return null}
function assertIsMounted(fiber){
if(getNearestMountedFiber(fiber)!==fiber)throw Error(formatProdErrorMessage(188))}
function findCurrentFiberUsingSlowPath(fiber){
var alternate=fiber.alternate;
if(!alternate){
if(alternate=getNearestMountedFiber(fiber),alternate===null)throw Error(formatProdErrorMessage(188));
return alternate===fiber?fiber:null}
for(var a=fiber,b=alternate;;){
var parentA=a.return;
if(parentA===null)break;
var parentB=parentA.alternate;
if(parentB===null){
if(b=parentA.return,b!==null){
a=b;
continue}
break}
if(parentA.child===parentB.child){
for(parentB=parentA.child;parentB;){
if(parentB===a)return assertIsMounted(parentA),fiber;
if(parentB===b)return assertIsMounted(parentA),alternate;
parentB=parentB.sibling}
throw Error(formatProdErrorMessage(188))}
if(a.return!==b.return)a=parentA,b=parentB;else{
for(var didFindChild=!1,child$0=parentA.child;child$0;){
if(child$0===a){
didFindChild=!0,a=parentA,b=parentB;
break}
if(child$0===b){
didFindChild=!0,b=parentA,a=parentB;
break}
child$0=child$0.sibling}
if(!didFindChild){
for(child$0=parentB.child;child$0;){
if(child$0===a){
didFindChild=!0,a=parentB,b=parentA;
break}
if(child$0===b){
didFindChild=!0,b=parentB,a=parentA;
break}
child$0=child$0.sibling}
if(!didFindChild)throw Error(formatProdErrorMessage(189))}}
if(a.alternate!==b)throw Error(formatProdErrorMessage(190))}
if(a.tag!==3)throw Error(formatProdErrorMessage(188));
return a.stateNode.current===a?fiber:alternate}
function findCurrentHostFiberImpl(node){
var tag=node.tag;
if(tag===5||tag===26||tag===27||tag===6)return node;
for(node=node.child;node!==null;){
if(tag=findCurrentHostFiberImpl(node),tag!==null)return tag;
node=node.sibling}
return null}
function traverseVisibleInstancesAndTextInstances(child,searchWithinHosts,fn,a,b,c){
for(;child!==null;){
if((child.tag===5||child.tag===27||child.tag===6)&&fn(child,a,b,c)||(child.tag!==22||child.memoizedState===null)&&(searchWithinHosts||child.tag!==5&&child.tag!==27)&&traverseVisibleInstancesAndTextInstances(child.child,searchWithinHosts,fn,a,b,c))return!0;
child=child.sibling}
return!1}
function getFragmentParentInstanceOrContainerFiber(fiber){
for(fiber=fiber.return;fiber!==null;){
if(fiber.tag===3||fiber.tag===5||fiber.tag===27)return fiber;
fiber=fiber.return}
return null}
function fiberIsPortaledIntoHost(fiber){
var foundPortalParent=!1;
for(fiber=fiber.return;fiber!==null&&(fiber.tag===4&&(foundPortalParent=!0),fiber.tag!==3&&fiber.tag!==5&&fiber.tag!==27);)fiber=fiber.return;
return foundPortalParent}
function getFragmentInstanceOrTextInstanceSiblings(fiber){
var result=[null,null],parentHostFiber=getFragmentParentInstanceOrContainerFiber(fiber);
return parentHostFiber===null||findFragmentInstanceOrTextInstanceSiblings(result,fiber,parentHostFiber.child,{foundSelf:!1}),result}
function findFragmentInstanceOrTextInstanceSiblings(result,self,child,state){
for(;child!==null;){
if(child===self)state.foundSelf=!0;else if(child.tag===5||child.tag===27||child.tag===6){
if(state.foundSelf)return result[1]=child,!0;
result[0]=child}else if((child.tag!==22||child.memoizedState===null)&&findFragmentInstanceOrTextInstanceSiblings(result,self,child.child,state))return!0;
child=child.sibling}
return!1}
function getInstanceFromHostFiber(fiber){
switch(fiber.tag){
case 5:
case 27:
case 6:
return fiber.stateNode;
case 3:
return fiber.stateNode.containerInfo;
default:
throw Error(formatProdErrorMessage(559))}}
var searchTarget=null,searchBoundary=null;
function isFiberPrecedingCheck(child,target,boundary){
return child===boundary||child===target&&(searchTarget=child,!0)}
function isFiberFollowingCheck(child,target,boundary){
return child===boundary?(searchBoundary=child,!1):child===target&&(searchBoundary!==null&&(searchTarget=child),!0)}
function getParentForFragmentAncestors(inst){
if(inst===null)return null;
do inst=inst===null?null:inst.return;while(inst&&inst.tag!==5&&inst.tag!==27&&inst.tag!==3);
return inst||null}
function getLowestCommonAncestor(instA,instB,getParent){
for(var depthA=0,tempA=instA;tempA;tempA=getParent(tempA))depthA++;
tempA=0;
for(var tempB=instB;tempB;tempB=getParent(tempB))tempA++;
for(;0<depthA-tempA;)instA=getParent(instA),depthA--;
for(;0<tempA-depthA;)instB=getParent(instB),tempA--;
for(;depthA--;){
if(instA===instB||instB!==null&&instA===instB.alternate)return instA;
instA=getParent(instA),instB=getParent(instB)}
return null}
var assign=Object.assign,REACT_LEGACY_ELEMENT_TYPE=Symbol.for(`react.element`),REACT_ELEMENT_TYPE=Symbol.for(`react.transitional.element`),REACT_PORTAL_TYPE=Symbol.for(`react.portal`),REACT_FRAGMENT_TYPE=Symbol.for(`react.fragment`),REACT_STRICT_MODE_TYPE=Symbol.for(`react.strict_mode`),REACT_PROFILER_TYPE=Symbol.for(`react.profiler`),REACT_CONSUMER_TYPE=Symbol.for(`react.consumer`),REACT_CONTEXT_TYPE=Symbol.for(`react.context`),REACT_FORWARD_REF_TYPE=Symbol.for(`react.forward_ref`),REACT_SUSPENSE_TYPE=Symbol.for(`react.suspense`),REACT_SUSPENSE_LIST_TYPE=Symbol.for(`react.suspense_list`),REACT_MEMO_TYPE=Symbol.for(`react.memo`),REACT_LAZY_TYPE=Symbol.for(`react.lazy`),REACT_ACTIVITY_TYPE=Symbol.for(`react.activity`),REACT_LEGACY_HIDDEN_TYPE=Symbol.for(`react.legacy_hidden`),REACT_MEMO_CACHE_SENTINEL=Symbol.for(`react.memo_cache_sentinel`),REACT_VIEW_TRANSITION_TYPE=Symbol.for(`react.view_transition`),REACT_RECOVERABLE_TYPE=Symbol.for(`react.recoverable`),MAYBE_ITERATOR_SYMBOL=Symbol.iterator;
function getIteratorFn(maybeIterable){
return typeof maybeIterable!=`object`||!maybeIterable?null:(maybeIterable=MAYBE_ITERATOR_SYMBOL&&maybeIterable[MAYBE_ITERATOR_SYMBOL]||maybeIterable[`@@iterator`],typeof maybeIterable==`function`?maybeIterable:null)}
var REACT_CLIENT_REFERENCE=Symbol.for(`react.client.reference`);
function getComponentNameFromType(type){
if(type==null)return null;
if(typeof type==`function`)return type.$$typeof===REACT_CLIENT_REFERENCE?null:type.displayName||type.name||null;
if(typeof type==`string`)return type;
switch(type){
case REACT_FRAGMENT_TYPE:
return`Fragment`;
case REACT_PROFILER_TYPE:
return`Profiler`;
case REACT_STRICT_MODE_TYPE:
return`StrictMode`;
case REACT_SUSPENSE_TYPE:
return`Suspense`;
case REACT_SUSPENSE_LIST_TYPE:
return`SuspenseList`;
case REACT_ACTIVITY_TYPE:
return`Activity`;
case REACT_VIEW_TRANSITION_TYPE:
return`ViewTransition`}
if(typeof type==`object`)switch(type.$$typeof){
case REACT_PORTAL_TYPE:
return`Portal`;
case REACT_CONTEXT_TYPE:
return type.displayName||`Context`;
case REACT_CONSUMER_TYPE:
return(type._context.displayName||`Context`)+`.Consumer`;
case REACT_FORWARD_REF_TYPE:
var innerType=type.render;
return type=type.displayName,type||=(type=innerType.displayName||innerType.name||``,type===``?`ForwardRef`:`ForwardRef(`+type+`)`),type;
case REACT_MEMO_TYPE:
return innerType=type.displayName||null,innerType===null?getComponentNameFromType(type.type)||`Memo`:innerType;
case REACT_LAZY_TYPE:
innerType=type._payload,type=type._init;
try{
return getComponentNameFromType(type(innerType))}catch{}}
return null}
var isArrayImpl=Array.isArray,ReactSharedInternals=React.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE,ReactDOMSharedInternals=ReactDOM.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE,sharedNotPendingObject={pending:!1,data:null,method:null,action:null},valueStack=[],index=-1;
function createCursor(defaultValue){
return{current:defaultValue}}
function pop(cursor){
0>index||(cursor.current=valueStack[index],valueStack[index]=null,index--)}
function push(cursor,value){
index++,valueStack[index]=cursor.current,cursor.current=value}
var contextStackCursor=createCursor(null),contextFiberStackCursor=createCursor(null),rootInstanceStackCursor=createCursor(null),hostTransitionProviderCursor=createCursor(null);
function pushHostContainer(fiber,nextRootInstance){
switch(push(rootInstanceStackCursor,nextRootInstance),push(contextFiberStackCursor,fiber),push(contextStackCursor,null),nextRootInstance.nodeType){
case 9:
case 11:
fiber=(fiber=nextRootInstance.documentElement)&&(fiber=fiber.namespaceURI)?getOwnHostContext(fiber):0;
break;
default:
if(fiber=nextRootInstance.tagName,nextRootInstance=nextRootInstance.namespaceURI)nextRootInstance=getOwnHostContext(nextRootInstance),fiber=getChildHostContextProd(nextRootInstance,fiber);else switch(fiber){
case`svg`:
fiber=1;
break;
case`math`:
fiber=2;
break;
default:
fiber=0}}
pop(contextStackCursor),push(contextStackCursor,fiber)}
function popHostContainer(){
pop(contextStackCursor),pop(contextFiberStackCursor),pop(rootInstanceStackCursor)}
function pushHostContext(fiber){
var stateHook=fiber.memoizedState;
stateHook!==null&&(HostTransitionContext._currentValue=stateHook.memoizedState,push(hostTransitionProviderCursor,fiber)),stateHook=contextStackCursor.current;
var JSCompiler_inline_result=getChildHostContextProd(stateHook,fiber.type);
stateHook!==JSCompiler_inline_result&&(push(contextFiberStackCursor,fiber),push(contextStackCursor,JSCompiler_inline_result))}
function popHostContext(fiber){
contextFiberStackCursor.current===fiber&&(pop(contextStackCursor),pop(contextFiberStackCursor)),hostTransitionProviderCursor.current===fiber&&(pop(hostTransitionProviderCursor),HostTransitionContext._currentValue=sharedNotPendingObject)}
var prefix,suffix;
function describeBuiltInComponentFrame(name){
if(prefix===void 0)try{
throw Error()}catch(x){
var match=x.stack.trim().match(/\n( *(at )?)/);
prefix=match&&match[1]||``,suffix=-1<x.stack.indexOf(`
    at`)?` (<anonymous>)`:-1<x.stack.indexOf(`@`)?`@unknown:0:0`:``}
return`
`+prefix+name+suffix}
var reentry=!1;
function describeNativeComponentFrame(fn,construct){
if(!fn||reentry)return``;
reentry=!0;
var previousPrepareStackTrace=Error.prepareStackTrace;
Error.prepareStackTrace=void 0;
try{
var RunInRootFrame={DetermineComponentFrameRoot:function(){
try{
if(construct){
var Fake=function(){
throw Error()};
if(Object.defineProperty(Fake.prototype,"props",{set:function(){
throw Error()}}),typeof Reflect==`object`&&Reflect.construct){
try{
Reflect.construct(Fake,[])}catch(x){
var control=x}
Reflect.construct(fn,[],Fake)}else{
try{
Fake.call()}catch(x$1){
control=x$1}
Fake=!1;
try{
var prevProps=Object.getOwnPropertyDescriptor(fn.prototype,`props`);
Object.defineProperty(fn.prototype,"props",{configurable:!0,set:function(){
throw Error()}}),Fake=!0,new fn}finally{
Fake&&(prevProps===void 0?delete fn.prototype.props:Object.defineProperty(fn.prototype,"props",prevProps))}}}else{
try{
throw Error()}catch(x$2){
control=x$2}
(Fake=fn())&&typeof Fake.catch==`function`&&Fake.catch(function(){})}}catch(sample){
if(sample&&control&&typeof sample.stack==`string`)return[sample.stack,control.stack]}
return[null,null]}};
RunInRootFrame.DetermineComponentFrameRoot.displayName=`DetermineComponentFrameRoot`;
var namePropDescriptor=Object.getOwnPropertyDescriptor(RunInRootFrame.DetermineComponentFrameRoot,`name`);
namePropDescriptor&&namePropDescriptor.configurable&&Object.defineProperty(RunInRootFrame.DetermineComponentFrameRoot,"name",{value:`DetermineComponentFrameRoot`});
var _RunInRootFrame$Deter=RunInRootFrame.DetermineComponentFrameRoot(),sampleStack=_RunInRootFrame$Deter[0],controlStack=_RunInRootFrame$Deter[1];
if(sampleStack&&controlStack){
var sampleLines=sampleStack.split(`
`),controlLines=controlStack.split(`
`);
for(namePropDescriptor=RunInRootFrame=0;RunInRootFrame<sampleLines.length&&!sampleLines[RunInRootFrame].includes(`DetermineComponentFrameRoot`);)RunInRootFrame++;
for(;namePropDescriptor<controlLines.length&&!controlLines[namePropDescriptor].includes(`DetermineComponentFrameRoot`);)namePropDescriptor++;
if(RunInRootFrame===sampleLines.length||namePropDescriptor===controlLines.length)for(RunInRootFrame=sampleLines.length-1,namePropDescriptor=controlLines.length-1;1<=RunInRootFrame&&0<=namePropDescriptor&&sampleLines[RunInRootFrame]!==controlLines[namePropDescriptor];)namePropDescriptor--;
for(;1<=RunInRootFrame&&0<=namePropDescriptor;RunInRootFrame--,namePropDescriptor--)if(sampleLines[RunInRootFrame]!==controlLines[namePropDescriptor]){
if(RunInRootFrame!==1||namePropDescriptor!==1)do if(RunInRootFrame--,namePropDescriptor--,0>namePropDescriptor||sampleLines[RunInRootFrame]!==controlLines[namePropDescriptor]){
var frame=`
`+sampleLines[RunInRootFrame].replace(` at new `,` at `);
return fn.displayName&&frame.includes(`<anonymous>`)&&(frame=frame.replace(`<anonymous>`,fn.displayName)),frame}while(1<=RunInRootFrame&&0<=namePropDescriptor);
break}}}finally{
reentry=!1,Error.prepareStackTrace=previousPrepareStackTrace}
return(previousPrepareStackTrace=fn?fn.displayName||fn.name:``)?describeBuiltInComponentFrame(previousPrepareStackTrace):``}
function describeFiber(fiber,childFiber){
switch(fiber.tag){
case 26:
case 27:
case 5:
return describeBuiltInComponentFrame(fiber.type);
case 16:
return describeBuiltInComponentFrame(`Lazy`);
case 13:
return fiber.child!==childFiber&&childFiber!==null?describeBuiltInComponentFrame(`Suspense Fallback`):describeBuiltInComponentFrame(`Suspense`);
case 19:
return describeBuiltInComponentFrame(`SuspenseList`);
case 0:
case 15:
return describeNativeComponentFrame(fiber.type,!1);
case 11:
return describeNativeComponentFrame(fiber.type.render,!1);
case 1:
return describeNativeComponentFrame(fiber.type,!0);
case 31:
return describeBuiltInComponentFrame(`Activity`);
case 30:
return describeBuiltInComponentFrame(`ViewTransition`);
default:
return``}}
function getStackByFiberInDevAndProd(workInProgress){
try{
var info=``,previous=null;
do info+=describeFiber(workInProgress,previous),previous=workInProgress,workInProgress=workInProgress.return;while(workInProgress);
return info}catch(x){
return`
Error generating stack: `+x.message+`
`+x.stack}}
var hasOwnProperty=Object.prototype.hasOwnProperty,scheduleCallback$3=Scheduler.unstable_scheduleCallback,cancelCallback$1=Scheduler.unstable_cancelCallback,shouldYield=Scheduler.unstable_shouldYield,requestPaint=Scheduler.unstable_requestPaint,now=Scheduler.unstable_now,getCurrentPriorityLevel=Scheduler.unstable_getCurrentPriorityLevel,ImmediatePriority=Scheduler.unstable_ImmediatePriority,UserBlockingPriority=Scheduler.unstable_UserBlockingPriority,NormalPriority$1=Scheduler.unstable_NormalPriority,LowPriority=Scheduler.unstable_LowPriority,IdlePriority=Scheduler.unstable_IdlePriority,log$1=Scheduler.log,unstable_setDisableYieldValue=Scheduler.unstable_setDisableYieldValue,rendererID=null,injectedHook=null;
function setIsStrictModeForDevtools(newIsStrictMode){
if(typeof log$1==`function`&&unstable_setDisableYieldValue(newIsStrictMode),injectedHook&&typeof injectedHook.setStrictMode==`function`)try{
injectedHook.setStrictMode(rendererID,newIsStrictMode)}catch{}}
var clz32=Math.clz32?Math.clz32:clz32Fallback,log=Math.log,LN2=Math.LN2;
function clz32Fallback(x){
return x>>>=0,x===0?32:31-(log(x)/LN2|0)|0}
var nextTransitionUpdateLane=256,nextTransitionDeferredLane=262144,nextRetryLane=4194304;
function getHighestPriorityLanes(lanes){
var pendingSyncLanes=lanes&42;
if(pendingSyncLanes!==0)return pendingSyncLanes;
switch(lanes&-lanes){
case 1:
return 1;
case 2:
return 2;
case 4:
return 4;
case 8:
return 8;
case 16:
return 16;
case 32:
return 32;
case 64:
return 64;
case 128:
return 128;
case 256:
case 512:
case 1024:
case 2048:
case 4096:
case 8192:
case 16384:
case 32768:
case 65536:
case 131072:
return lanes&-lanes;
case 262144:
case 524288:
case 1048576:
case 2097152:
return lanes&3932160;
case 4194304:
case 8388608:
case 16777216:
case 33554432:
return lanes&62914560;
case 67108864:
return 67108864;
case 134217728:
return 134217728;
case 268435456:
return 268435456;
case 536870912:
return 536870912;
case 1073741824:
return 0;
default:
return lanes}}
function getNextLanes(root,wipLanes,rootHasPendingCommit){
var pendingLanes=root.pendingLanes;
if(pendingLanes===0)return 0;
var nextLanes=0,suspendedLanes=root.suspendedLanes,pingedLanes=root.pingedLanes;
root=root.warmLanes;
var nonIdlePendingLanes=pendingLanes&134217727;
return nonIdlePendingLanes===0?(nonIdlePendingLanes=pendingLanes&~suspendedLanes,nonIdlePendingLanes===0?pingedLanes===0?rootHasPendingCommit||(rootHasPendingCommit=pendingLanes&~root,rootHasPendingCommit!==0&&(nextLanes=getHighestPriorityLanes(rootHasPendingCommit))):nextLanes=getHighestPriorityLanes(pingedLanes):nextLanes=getHighestPriorityLanes(nonIdlePendingLanes)):(pendingLanes=nonIdlePendingLanes&~suspendedLanes,pendingLanes===0?(pingedLanes&=nonIdlePendingLanes,pingedLanes===0?rootHasPendingCommit||(rootHasPendingCommit=nonIdlePendingLanes&~root,rootHasPendingCommit!==0&&(nextLanes=getHighestPriorityLanes(rootHasPendingCommit))):nextLanes=getHighestPriorityLanes(pingedLanes)):nextLanes=getHighestPriorityLanes(pendingLanes)),nextLanes===0?0:wipLanes!==0&&wipLanes!==nextLanes&&(wipLanes&suspendedLanes)===0&&(suspendedLanes=nextLanes&-nextLanes,rootHasPendingCommit=wipLanes&-wipLanes,suspendedLanes>=rootHasPendingCommit||suspendedLanes===32&&rootHasPendingCommit&4194048)?wipLanes:nextLanes}
function checkIfRootIsPrerendering(root,renderLanes){
return(root.pendingLanes&~(root.suspendedLanes&~root.pingedLanes)&renderLanes)===0}
function getEntangledLanes(root,renderLanes){
renderLanes&8&&(renderLanes|=renderLanes&32);
var allEntangledLanes=root.entangledLanes;
if(allEntangledLanes!==0)for(root=root.entanglements,allEntangledLanes&=renderLanes;0<allEntangledLanes;){
var index$4=31-clz32(allEntangledLanes),lane=1<<index$4;
renderLanes|=root[index$4],allEntangledLanes&=~lane}
return renderLanes}
function computeExpirationTime(lane,currentTime){
switch(lane){
case 1:
case 2:
case 4:
case 8:
case 64:
return currentTime+250;
case 16:
case 32:
case 128:
case 256:
case 512:
case 1024:
case 2048:
case 4096:
case 8192:
case 16384:
case 32768:
case 65536:
case 131072:
case 262144:
case 524288:
case 1048576:
case 2097152:
return currentTime+5e3;
case 4194304:
case 8388608:
case 16777216:
case 33554432:
return-1;
case 67108864:
case 134217728:
case 268435456:
case 536870912:
case 1073741824:
return-1;
default:
return-1}}
function claimNextRetryLane(){
var lane=nextRetryLane;
return nextRetryLane<<=1,!(nextRetryLane&62914560)&&(nextRetryLane=4194304),lane}
function createLaneMap(initial){
for(var laneMap=[],i=0;31>i;i++)laneMap.push(initial);
return laneMap}
function markRootUpdated$1(root,updateLane){
root.pendingLanes|=updateLane,updateLane!==268435456&&(root.suspendedLanes=0,root.pingedLanes=0,root.warmLanes=0)}
function markRootFinished(root,finishedLanes,remainingLanes,spawnedLane,updatedLanes,suspendedRetryLanes){
var previouslyPendingLanes=root.pendingLanes;
root.pendingLanes=remainingLanes,root.suspendedLanes=0,root.pingedLanes=0,root.warmLanes=0,root.expiredLanes&=remainingLanes,root.entangledLanes&=remainingLanes,root.errorRecoveryDisabledLanes&=remainingLanes,root.shellSuspendCounter=0;
var entanglements=root.entanglements,expirationTimes=root.expirationTimes,hiddenUpdates=root.hiddenUpdates;
for(remainingLanes=previouslyPendingLanes&~remainingLanes;0<remainingLanes;){
var index$7=31-clz32(remainingLanes),lane=1<<index$7;
entanglements[index$7]=0,expirationTimes[index$7]=-1;
var hiddenUpdatesForLane=hiddenUpdates[index$7];
if(hiddenUpdatesForLane!==null)for(hiddenUpdates[index$7]=null,index$7=0;index$7<hiddenUpdatesForLane.length;index$7++){
var update=hiddenUpdatesForLane[index$7];
update!==null&&(update.lane&=-536870913)}
remainingLanes&=~lane}
spawnedLane!==0&&markSpawnedDeferredLane(root,spawnedLane,0),suspendedRetryLanes!==0&&updatedLanes===0&&root.tag!==0&&(root.suspendedLanes|=suspendedRetryLanes&~(previouslyPendingLanes&~finishedLanes))}
function markSpawnedDeferredLane(root,spawnedLane,entangledLanes){
root.pendingLanes|=spawnedLane,root.suspendedLanes&=~spawnedLane;
var spawnedLaneIndex=31-clz32(spawnedLane);
root.entangledLanes|=spawnedLane,root.entanglements[spawnedLaneIndex]=root.entanglements[spawnedLaneIndex]|1073741824|entangledLanes&261930}
function markRootEntangled(root,entangledLanes){
var rootEntangledLanes=root.entangledLanes|=entangledLanes;
for(root=root.entanglements;rootEntangledLanes;){
var index$8=31-clz32(rootEntangledLanes),lane=1<<index$8;
lane&entangledLanes|root[index$8]&entangledLanes&&(root[index$8]|=entangledLanes),rootEntangledLanes&=~lane}}
function getBumpedLaneForHydration(root,renderLanes){
var renderLane=renderLanes&-renderLanes;
return renderLane=renderLane&42?1:getBumpedLaneForHydrationByLane(renderLane),(renderLane&(root.suspendedLanes|renderLanes))===0?renderLane:0}
function getBumpedLaneForHydrationByLane(lane){
switch(lane){
case 2:
lane=1;
break;
case 8:
lane=4;
break;
case 32:
lane=16;
break;
case 256:
case 512:
case 1024:
case 2048:
case 4096:
case 8192:
case 16384:
case 32768:
case 65536:
case 131072:
case 262144:
case 524288:
case 1048576:
case 2097152:
case 4194304:
case 8388608:
case 16777216:
case 33554432:
lane=128;
break;
case 268435456:
lane=134217728;
break;
default:
lane=0}
return lane}
function lanesToEventPriority(lanes){
return lanes&=-lanes,2<lanes?8<lanes?lanes&134217727?32:268435456:8:2}
function resolveUpdatePriority(){
var updatePriority=ReactDOMSharedInternals.p;
return updatePriority===0?(updatePriority=window.event,updatePriority===void 0?32:getEventPriority(updatePriority.type)):updatePriority}
function runWithPriority(priority,fn){
var previousPriority=ReactDOMSharedInternals.p;
try{
return ReactDOMSharedInternals.p=priority,fn()}finally{
ReactDOMSharedInternals.p=previousPriority}}
var randomKey=Math.random().toString(36).slice(2),internalInstanceKey=`__reactFiber$`+randomKey,internalPropsKey=`__reactProps$`+randomKey,internalContainerInstanceKey=`__reactContainer$`+randomKey,internalEventHandlersKey=`__reactEvents$`+randomKey,internalEventHandlerListenersKey=`__reactListeners$`+randomKey,internalEventHandlesSetKey=`__reactHandles$`+randomKey,internalRootNodeResourcesKey=`__reactResources$`+randomKey,internalHoistableMarker=`__reactMarker$`+randomKey,internalLoadPendingKey=`__reactLoad$`+randomKey;
function detachDeletedInstance(node){
delete node[internalInstanceKey],delete node[internalPropsKey],delete node[internalEventHandlerListenersKey],delete node[internalEventHandlesSetKey]}
function getClosestInstanceFromNode(targetNode){
var targetInst;
if(targetInst=targetNode[internalInstanceKey])return targetInst;
for(var parentNode=targetNode.parentNode;parentNode;){
if(targetInst=parentNode[internalContainerInstanceKey]||parentNode[internalInstanceKey]){
if(parentNode=targetInst.alternate,targetInst.child!==null||parentNode!==null&&parentNode.child!==null)for(targetNode=getParentHydrationBoundary(targetNode);targetNode!==null;){
if(parentNode=targetNode[internalInstanceKey])return parentNode;
targetNode=getParentHydrationBoundary(targetNode)}
return targetInst}
targetNode=parentNode,parentNode=targetNode.parentNode}
return null}
function getInstanceFromNode(node){
if(node=node[internalInstanceKey]||node[internalContainerInstanceKey]){
var tag=node.tag;
if(tag===5||tag===6||tag===13||tag===31||tag===26||tag===27||tag===3)return node}
return null}
function getNodeFromInstance(inst){
var tag=inst.tag;
if(tag===5||tag===26||tag===27||tag===6)return inst.stateNode;
throw Error(formatProdErrorMessage(33))}
function getResourcesFromRoot(root){
var resources=root[internalRootNodeResourcesKey];
return resources||=root[internalRootNodeResourcesKey]={hoistableStyles:new Map,hoistableScripts:new Map},resources}
function markNodeAsHoistable(node){
node[internalHoistableMarker]=!0}
function clearPendingLoadOnNode(node){
node[internalLoadPendingKey]=void 0}
var allNativeEvents=new Set,registrationNameDependencies={};
function registerTwoPhaseEvent(registrationName,dependencies){
registerDirectEvent(registrationName,dependencies),registerDirectEvent(registrationName+`Capture`,dependencies)}
function registerDirectEvent(registrationName,dependencies){
for(registrationNameDependencies[registrationName]=dependencies,registrationName=0;registrationName<dependencies.length;registrationName++)allNativeEvents.add(dependencies[registrationName])}
var VALID_ATTRIBUTE_NAME_REGEX=RegExp(`^[:A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD][:A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*$`),illegalAttributeNameCache={},validatedAttributeNameCache={};
function isAttributeNameSafe(attributeName){
return hasOwnProperty.call(validatedAttributeNameCache,attributeName)?!0:hasOwnProperty.call(illegalAttributeNameCache,attributeName)?!1:VALID_ATTRIBUTE_NAME_REGEX.test(attributeName)?validatedAttributeNameCache[attributeName]=!0:(illegalAttributeNameCache[attributeName]=!0,!1)}
var viewTransitionMutationContext=!1;
function pushMutationContext(){
var prev=viewTransitionMutationContext;
return viewTransitionMutationContext=!1,prev}
function setValueForAttribute(node,name,value){
if(isAttributeNameSafe(name)){
if(value===null)node.removeAttribute(name);else{
switch(typeof value){
case`undefined`:
case`function`:
case`symbol`:
node.removeAttribute(name);
return;
case`boolean`:
var prefix$10=name.toLowerCase().slice(0,5);
if(prefix$10!==`data-`&&prefix$10!==`aria-`){
node.removeAttribute(name);
return}}
node.setAttribute(name,value)}}}
function setValueForKnownAttribute(node,name,value){
if(value===null)node.removeAttribute(name);else{
switch(typeof value){
case`undefined`:
case`function`:
case`symbol`:
case`boolean`:
node.removeAttribute(name);
return}
node.setAttribute(name,value)}}
function setValueForNamespacedAttribute(node,namespace,name,value){
if(value===null)node.removeAttribute(name);else{
switch(typeof value){
case`undefined`:
case`function`:
case`symbol`:
case`boolean`:
node.removeAttribute(name);
return}
node.setAttributeNS(namespace,name,value)}}
function getToStringValue(value){
switch(typeof value){
case`bigint`:
case`boolean`:
case`number`:
case`string`:
case`undefined`:
return value;
case`object`:
return value;
default:
return``}}
function isCheckable(elem){
var type=elem.type;
return(elem=elem.nodeName)&&elem.toLowerCase()===`input`&&(type===`checkbox`||type===`radio`)}
function trackValueOnNode(node,valueField,currentValue){
var descriptor=Object.getOwnPropertyDescriptor(node.constructor.prototype,valueField);
if(!node.hasOwnProperty(valueField)&&descriptor!==void 0&&typeof descriptor.get==`function`&&typeof descriptor.set==`function`){
var get=descriptor.get,set=descriptor.set;
return Object.defineProperty(node,valueField,{configurable:!0,get:function(){
return get.call(this)},set:function(value){
currentValue=``+value,set.call(this,value)}}),Object.defineProperty(node,valueField,{enumerable:descriptor.enumerable}),{getValue:function(){
return currentValue},setValue:function(value){
currentValue=``+value},stopTracking:function(){
node._valueTracker=null,delete node[valueField]}}}}
function track(node){
if(!node._valueTracker){
var valueField=isCheckable(node)?`checked`:`value`;
node._valueTracker=trackValueOnNode(node,valueField,``+node[valueField])}}
function updateValueIfChanged(node){
if(!node)return!1;
var tracker=node._valueTracker;
if(!tracker)return!0;
var lastValue=tracker.getValue(),value=``;
return node&&(value=isCheckable(node)?node.checked?`true`:`false`:node.value),node=value,node!==lastValue&&(tracker.setValue(node),!0)}
var escapeSelectorAttributeValueInsideDoubleQuotesRegex=/[\n"\\]/g;
function escapeSelectorAttributeValueInsideDoubleQuotes(value){
return value.replace(escapeSelectorAttributeValueInsideDoubleQuotesRegex,function(ch){
return`\\`+ch.charCodeAt(0).toString(16)+` `})}
function updateInput(element,value,defaultValue,lastDefaultValue,checked,defaultChecked,type,name){
element.name=``,type!=null&&typeof type!=`function`&&typeof type!=`symbol`&&typeof type!=`boolean`?element.type=type:element.removeAttribute(`type`),value==null?type!==`submit`&&type!==`reset`||element.removeAttribute(`value`):type===`number`?(value===0&&element.value===``||element.value!=value)&&(element.value=``+getToStringValue(value)):element.value!==``+getToStringValue(value)&&(element.value=``+getToStringValue(value)),value==null?defaultValue==null?lastDefaultValue!=null&&element.removeAttribute(`value`):setDefaultValue(element,getToStringValue(defaultValue)):type===`number`&&element.value==value?setDefaultValue(element,getToStringValue(element.value)):setDefaultValue(element,getToStringValue(value)),checked==null&&defaultChecked!=null&&(element.defaultChecked=!!defaultChecked),checked!=null&&(element.checked=checked&&typeof checked!=`function`&&typeof checked!=`symbol`),name!=null&&typeof name!=`function`&&typeof name!=`symbol`&&typeof name!=`boolean`?element.name=``+getToStringValue(name):element.removeAttribute(`name`)}
function initInput(element,value,defaultValue,checked,defaultChecked,type,name,isHydrating){
if(type!=null&&typeof type!=`function`&&typeof type!=`symbol`&&typeof type!=`boolean`&&(element.type=type),value!=null||defaultValue!=null){
if(!(type!==`submit`&&type!==`reset`||value!=null)){
track(element);
return}
defaultValue=defaultValue==null?``:``+getToStringValue(defaultValue),value=value==null?defaultValue:``+getToStringValue(value),isHydrating||value===element.value||(element.value=value),element.defaultValue=value}
checked??=defaultChecked,checked=typeof checked!=`function`&&typeof checked!=`symbol`&&!!checked,element.checked=isHydrating?element.checked:!!checked,element.defaultChecked=!!checked,name!=null&&typeof name!=`function`&&typeof name!=`symbol`&&typeof name!=`boolean`&&(element.name=name),track(element)}
function setDefaultValue(node,value){
node.defaultValue!==``+value&&(node.defaultValue=``+value)}
function updateOptions(node,multiple,propValue,setDefaultSelected){
if(node=node.options,multiple){
multiple={};
for(var i=0;i<propValue.length;i++)multiple[`$`+propValue[i]]=!0;
for(propValue=0;propValue<node.length;propValue++)i=multiple.hasOwnProperty(`$`+node[propValue].value),node[propValue].selected!==i&&(node[propValue].selected=i),i&&setDefaultSelected&&(node[propValue].defaultSelected=!0)}else{
for(propValue=``+getToStringValue(propValue),multiple=null,i=0;i<node.length;i++){
if(node[i].value===propValue){
node[i].selected=!0,setDefaultSelected&&(node[i].defaultSelected=!0);
return}
multiple!==null||node[i].disabled||(multiple=node[i])}
multiple!==null&&(multiple.selected=!0)}}
function updateTextarea(element,value,defaultValue){
value!=null&&(value=``+getToStringValue(value),value!==element.value&&(element.value=value),defaultValue==null)?element.defaultValue!==value&&(element.defaultValue=value):element.defaultValue=defaultValue==null?``:``+getToStringValue(defaultValue)}
function initTextarea(element,value,defaultValue,children){
if(value==null){
if(children!=null){
if(defaultValue!=null)throw Error(formatProdErrorMessage(92));
if(isArrayImpl(children)){
if(1<children.length)throw Error(formatProdErrorMessage(93));
children=children[0]}
defaultValue=children}
defaultValue??=``,value=defaultValue}
defaultValue=getToStringValue(value),element.defaultValue=defaultValue,children=element.textContent,children===defaultValue&&children!==``&&children!==null&&(element.value=children),track(element)}
function setTextContent(node,text){
if(text){
var firstChild=node.firstChild;
if(firstChild&&firstChild===node.lastChild&&firstChild.nodeType===3){
firstChild.nodeValue=text;
return}}
node.textContent=text}
var unitlessNumbers=new Set(`animationIterationCount aspectRatio borderImageOutset borderImageSlice borderImageWidth boxFlex boxFlexGroup boxOrdinalGroup columnCount columns flex flexGrow flexPositive flexShrink flexNegative flexOrder gridArea gridRow gridRowEnd gridRowSpan gridRowStart gridColumn gridColumnEnd gridColumnSpan gridColumnStart fontWeight lineClamp lineHeight opacity order orphans scale tabSize widows zIndex zoom fillOpacity floodOpacity stopOpacity strokeDasharray strokeDashoffset strokeMiterlimit strokeOpacity strokeWidth MozAnimationIterationCount MozBoxFlex MozBoxFlexGroup MozLineClamp msAnimationIterationCount msFlex msZoom msFlexGrow msFlexNegative msFlexOrder msFlexPositive msFlexShrink msGridColumn msGridColumnSpan msGridRow msGridRowSpan WebkitAnimationIterationCount WebkitBoxFlex WebKitBoxFlexGroup WebkitBoxOrdinalGroup WebkitColumnCount WebkitColumns WebkitFlex WebkitFlexGrow WebkitFlexPositive WebkitFlexShrink WebkitLineClamp`.split(` `));
function setValueForStyle(style,styleName,value){
var isCustomProperty=styleName.indexOf(`--`)===0;
value==null||typeof value==`boolean`||value===``?isCustomProperty?style.setProperty(styleName,``):styleName===`float`?style.cssFloat=``:style[styleName]=``:isCustomProperty?style.setProperty(styleName,value):typeof value!=`number`||value===0||unitlessNumbers.has(styleName)?styleName===`float`?style.cssFloat=value:style[styleName]=(``+value).trim():style[styleName]=value+`px`}
function setValueForStyles(node,styles,prevStyles){
if(styles!=null&&typeof styles!=`object`)throw Error(formatProdErrorMessage(62));
if(node=node.style,prevStyles!=null){
for(var styleName in prevStyles)!prevStyles.hasOwnProperty(styleName)||styles!=null&&styles.hasOwnProperty(styleName)||(styleName.indexOf(`--`)===0?node.setProperty(styleName,``):styleName===`float`?node.cssFloat=``:node[styleName]=``,viewTransitionMutationContext=!0);
for(var styleName$16 in styles)styleName=styles[styleName$16],styles.hasOwnProperty(styleName$16)&&prevStyles[styleName$16]!==styleName&&(setValueForStyle(node,styleName$16,styleName),viewTransitionMutationContext=!0)}else for(var styleName$17 in styles)styles.hasOwnProperty(styleName$17)&&setValueForStyle(node,styleName$17,styles[styleName$17])}
function isCustomElement(tagName){
if(tagName.indexOf(`-`)===-1)return!1;
switch(tagName){
case`annotation-xml`:
case`color-profile`:
case`font-face`:
case`font-face-src`:
case`font-face-uri`:
case`font-face-format`:
case`font-face-name`:
case`missing-glyph`:
return!1;
default:
return!0}}
var aliases=new Map([[`acceptCharset`,`accept-charset`],[`htmlFor`,`for`],[`httpEquiv`,`http-equiv`],[`crossOrigin`,`crossorigin`],[`accentHeight`,`accent-height`],[`alignmentBaseline`,`alignment-baseline`],[`arabicForm`,`arabic-form`],[`baselineShift`,`baseline-shift`],[`capHeight`,`cap-height`],[`clipPath`,`clip-path`],[`clipRule`,`clip-rule`],[`colorInterpolation`,`color-interpolation`],[`colorInterpolationFilters`,`color-interpolation-filters`],[`colorProfile`,`color-profile`],[`colorRendering`,`color-rendering`],[`dominantBaseline`,`dominant-baseline`],[`enableBackground`,`enable-background`],[`fillOpacity`,`fill-opacity`],[`fillRule`,`fill-rule`],[`floodColor`,`flood-color`],[`floodOpacity`,`flood-opacity`],[`fontFamily`,`font-family`],[`fontSize`,`font-size`],[`fontSizeAdjust`,`font-size-adjust`],[`fontStretch`,`font-stretch`],[`fontStyle`,`font-style`],[`fontVariant`,`font-variant`],[`fontWeight`,`font-weight`],[`glyphName`,`glyph-name`],[`glyphOrientationHorizontal`,`glyph-orientation-horizontal`],[`glyphOrientationVertical`,`glyph-orientation-vertical`],[`horizAdvX`,`horiz-adv-x`],[`horizOriginX`,`horiz-origin-x`],[`imageRendering`,`image-rendering`],[`letterSpacing`,`letter-spacing`],[`lightingColor`,`lighting-color`],[`markerEnd`,`marker-end`],[`markerMid`,`marker-mid`],[`markerStart`,`marker-start`],[`maskType`,`mask-type`],[`overlinePosition`,`overline-position`],[`overlineThickness`,`overline-thickness`],[`paintOrder`,`paint-order`],[`panose-1`,`panose-1`],[`pointerEvents`,`pointer-events`],[`renderingIntent`,`rendering-intent`],[`shapeRendering`,`shape-rendering`],[`stopColor`,`stop-color`],[`stopOpacity`,`stop-opacity`],[`strikethroughPosition`,`strikethrough-position`],[`strikethroughThickness`,`strikethrough-thickness`],[`strokeDasharray`,`stroke-dasharray`],[`strokeDashoffset`,`stroke-dashoffset`],[`strokeLinecap`,`stroke-linecap`],[`strokeLinejoin`,`stroke-linejoin`],[`strokeMiterlimit`,`stroke-miterlimit`],[`strokeOpacity`,`stroke-opacity`],[`strokeWidth`,`stroke-width`],[`textAnchor`,`text-anchor`],[`textDecoration`,`text-decoration`],[`textRendering`,`text-rendering`],[`transformOrigin`,`transform-origin`],[`underlinePosition`,`underline-position`],[`underlineThickness`,`underline-thickness`],[`unicodeBidi`,`unicode-bidi`],[`unicodeRange`,`unicode-range`],[`unitsPerEm`,`units-per-em`],[`vAlphabetic`,`v-alphabetic`],[`vHanging`,`v-hanging`],[`vIdeographic`,`v-ideographic`],[`vMathematical`,`v-mathematical`],[`vectorEffect`,`vector-effect`],[`vertAdvY`,`vert-adv-y`],[`vertOriginX`,`vert-origin-x`],[`vertOriginY`,`vert-origin-y`],[`wordSpacing`,`word-spacing`],[`writingMode`,`writing-mode`],[`xmlnsXlink`,`xmlns:xlink`],[`xHeight`,`x-height`]]),isJavaScriptProtocol=/^[\u0000-\u001F ]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:/i;
function sanitizeURL(url){
return isJavaScriptProtocol.test(``+url)?`javascript:throw new Error('React has blocked a javascript: URL as a security precaution.')`:url}
function noop$1(){}
var currentReplayingEvent=null;
function getEventTarget(nativeEvent){
return nativeEvent=nativeEvent.target||nativeEvent.srcElement||window,nativeEvent.correspondingUseElement&&(nativeEvent=nativeEvent.correspondingUseElement),nativeEvent.nodeType===3?nativeEvent.parentNode:nativeEvent}
var restoreTarget=null,restoreQueue=null;
function restoreStateOfTarget(target){
var internalInstance=getInstanceFromNode(target);
if(internalInstance&&(target=internalInstance.stateNode)){
var props=target[internalPropsKey]||null;
a:switch(target=internalInstance.stateNode,internalInstance.type){
case`input`:
if(updateInput(target,props.value,props.defaultValue,props.defaultValue,props.checked,props.defaultChecked,props.type,props.name),internalInstance=props.name,props.type===`radio`&&internalInstance!=null){
for(props=target;props.parentNode;)props=props.parentNode;
for(props=props.querySelectorAll(`input[name="`+escapeSelectorAttributeValueInsideDoubleQuotes(``+internalInstance)+`"][type="radio"]`),internalInstance=0;internalInstance<props.length;internalInstance++){
var otherNode=props[internalInstance];
if(otherNode!==target&&otherNode.form===target.form){
var otherProps=otherNode[internalPropsKey]||null;
if(!otherProps)throw Error(formatProdErrorMessage(90));
updateInput(otherNode,otherProps.value,otherProps.defaultValue,otherProps.defaultValue,otherProps.checked,otherProps.defaultChecked,otherProps.type,otherProps.name)}}
for(internalInstance=0;internalInstance<props.length;internalInstance++)otherNode=props[internalInstance],otherNode.form===target.form&&updateValueIfChanged(otherNode)}
break a;
case`textarea`:
updateTextarea(target,props.value,props.defaultValue);
break a;
case`select`:
internalInstance=props.value,internalInstance!=null&&updateOptions(target,!!props.multiple,internalInstance,!1)}}}
var isInsideEventHandler=!1;
function batchedUpdates$1(fn,a,b){
if(isInsideEventHandler)return fn(a,b);
isInsideEventHandler=!0;
try{
return fn(a)}finally{
if(isInsideEventHandler=!1,(restoreTarget!==null||restoreQueue!==null)&&(flushSyncWork$1(),restoreTarget&&(a=restoreTarget,fn=restoreQueue,restoreQueue=restoreTarget=null,restoreStateOfTarget(a),fn)))for(a=0;a<fn.length;a++)restoreStateOfTarget(fn[a])}}
function getListener(inst,registrationName){
var stateNode=inst.stateNode;
if(stateNode===null)return null;
var props=stateNode[internalPropsKey]||null;
if(props===null)return null;
stateNode=props[registrationName];
a:switch(registrationName){
case`onClick`:
case`onClickCapture`:
case`onDoubleClick`:
case`onDoubleClickCapture`:
case`onMouseDown`:
case`onMouseDownCapture`:
case`onMouseMove`:
case`onMouseMoveCapture`:
case`onMouseUp`:
case`onMouseUpCapture`:
case`onMouseEnter`:
(props=!props.disabled)||(inst=inst.type,props=inst!==`button`&&inst!==`input`&&inst!==`select`&&inst!==`textarea`),inst=!props;
break a;
default:
inst=!1}
if(inst)return null;
if(stateNode&&typeof stateNode!=`function`)throw Error(formatProdErrorMessage(231,registrationName,typeof stateNode));
return stateNode}
var canUseDOM=typeof window<`u`&&window.document!==void 0&&window.document.createElement!==void 0,passiveBrowserEventsSupported=!1;
if(canUseDOM)try{
var options={};
Object.defineProperty(options,"passive",{get:function(){
passiveBrowserEventsSupported=!0}}),window.addEventListener(`test`,options,options),window.removeEventListener(`test`,options,options)}catch{
passiveBrowserEventsSupported=!1}
var root=null,startText=null,fallbackText=null;
function getData(){
if(fallbackText)return fallbackText;
var start,startValue=startText,startLength=startValue.length,end,endValue=`value`in root?root.value:root.textContent,endLength=endValue.length;
for(start=0;start<startLength&&startValue[start]===endValue[start];start++);
var minEnd=startLength-start;
for(end=1;end<=minEnd&&startValue[startLength-end]===endValue[endLength-end];end++);
return fallbackText=endValue.slice(start,1<end?1-end:void 0)}
function getEventCharCode(nativeEvent){
var keyCode=nativeEvent.keyCode;
return`charCode`in nativeEvent?(nativeEvent=nativeEvent.charCode,nativeEvent===0&&keyCode===13&&(nativeEvent=13)):nativeEvent=keyCode,nativeEvent===10&&(nativeEvent=13),32<=nativeEvent||nativeEvent===13?nativeEvent:0}
function functionThatReturnsTrue(){
return!0}
function functionThatReturnsFalse(){
return!1}
function createSyntheticEvent(Interface){
function SyntheticBaseEvent(reactName,reactEventType,targetInst,nativeEvent,nativeEventTarget){
for(var propName in this._reactName=reactName,this._targetInst=targetInst,this.type=reactEventType,this.nativeEvent=nativeEvent,this.target=nativeEventTarget,this.currentTarget=null,Interface)Interface.hasOwnProperty(propName)&&(reactName=Interface[propName],this[propName]=reactName?reactName(nativeEvent):nativeEvent[propName]);
return this.isDefaultPrevented=(nativeEvent.defaultPrevented==null?!1===nativeEvent.returnValue:nativeEvent.defaultPrevented)?functionThatReturnsTrue:functionThatReturnsFalse,this.isPropagationStopped=functionThatReturnsFalse,this}
return assign(SyntheticBaseEvent.prototype,{preventDefault:function(){
this.defaultPrevented=!0;
var event=this.nativeEvent;
event&&(event.preventDefault?event.preventDefault():typeof event.returnValue!=`unknown`&&(event.returnValue=!1),this.isDefaultPrevented=functionThatReturnsTrue)},stopPropagation:function(){
var event=this.nativeEvent;
event&&(event.stopPropagation?event.stopPropagation():typeof event.cancelBubble!=`unknown`&&(event.cancelBubble=!0),this.isPropagationStopped=functionThatReturnsTrue)},persist:function(){},isPersistent:functionThatReturnsTrue}),SyntheticBaseEvent}
var EventInterface={eventPhase:0,bubbles:0,cancelable:0,timeStamp:function(event){
return event.timeStamp||Date.now()},defaultPrevented:0,isTrusted:0},SyntheticEvent=createSyntheticEvent(EventInterface),UIEventInterface=assign({},EventInterface,{view:0,detail:0}),SyntheticUIEvent=createSyntheticEvent(UIEventInterface),lastMovementX,lastMovementY,lastMouseEvent,MouseEventInterface=assign({},UIEventInterface,{screenX:0,screenY:0,clientX:0,clientY:0,pageX:0,pageY:0,ctrlKey:0,shiftKey:0,altKey:0,metaKey:0,getModifierState:getEventModifierState,button:0,buttons:0,relatedTarget:function(event){
return event.relatedTarget===void 0?event.fromElement===event.srcElement?event.toElement:event.fromElement:event.relatedTarget},movementX:function(event){
return`movementX`in event?event.movementX:(event!==lastMouseEvent&&(lastMouseEvent&&event.type===`mousemove`?(lastMovementX=event.screenX-lastMouseEvent.screenX,lastMovementY=event.screenY-lastMouseEvent.screenY):lastMovementY=lastMovementX=0,lastMouseEvent=event),lastMovementX)},movementY:function(event){
return`movementY`in event?event.movementY:lastMovementY}}),SyntheticMouseEvent=createSyntheticEvent(MouseEventInterface),SyntheticDragEvent=createSyntheticEvent(assign({},MouseEventInterface,{dataTransfer:0})),SyntheticFocusEvent=createSyntheticEvent(assign({},UIEventInterface,{relatedTarget:0})),SyntheticAnimationEvent=createSyntheticEvent(assign({},EventInterface,{animationName:0,elapsedTime:0,pseudoElement:0})),SyntheticClipboardEvent=createSyntheticEvent(assign({},EventInterface,{clipboardData:function(event){
return`clipboardData`in event?event.clipboardData:window.clipboardData}})),SyntheticCompositionEvent=createSyntheticEvent(assign({},EventInterface,{data:0})),normalizeKey={Esc:`Escape`,Spacebar:` `,Left:`ArrowLeft`,Up:`ArrowUp`,Right:`ArrowRight`,Down:`ArrowDown`,Del:`Delete`,Win:`OS`,Menu:`ContextMenu`,Apps:`ContextMenu`,Scroll:`ScrollLock`,MozPrintableKey:`Unidentified`},translateToKey={8:`Backspace`,9:`Tab`,12:`Clear`,13:`Enter`,16:`Shift`,17:`Control`,18:`Alt`,19:`Pause`,20:`CapsLock`,27:`Escape`,32:` `,33:`PageUp`,34:`PageDown`,35:`End`,36:`Home`,37:`ArrowLeft`,38:`ArrowUp`,39:`ArrowRight`,40:`ArrowDown`,45:`Insert`,46:`Delete`,112:`F1`,113:`F2`,114:`F3`,115:`F4`,116:`F5`,117:`F6`,118:`F7`,119:`F8`,120:`F9`,121:`F10`,122:`F11`,123:`F12`,144:`NumLock`,145:`ScrollLock`,224:`Meta`},modifierKeyToProp={Alt:`altKey`,Control:`ctrlKey`,Meta:`metaKey`,Shift:`shiftKey`};
function modifierStateGetter(keyArg){
var nativeEvent=this.nativeEvent;
return nativeEvent.getModifierState?nativeEvent.getModifierState(keyArg):(keyArg=modifierKeyToProp[keyArg])?!!nativeEvent[keyArg]:!1}
function getEventModifierState(){
return modifierStateGetter}
var SyntheticKeyboardEvent=createSyntheticEvent(assign({},UIEventInterface,{key:function(nativeEvent){
if(nativeEvent.key){
var key=normalizeKey[nativeEvent.key]||nativeEvent.key;
if(key!==`Unidentified`)return key}
return nativeEvent.type===`keypress`?(nativeEvent=getEventCharCode(nativeEvent),nativeEvent===13?`Enter`:String.fromCharCode(nativeEvent)):nativeEvent.type===`keydown`||nativeEvent.type===`keyup`?translateToKey[nativeEvent.keyCode]||`Unidentified`:``},code:0,location:0,ctrlKey:0,shiftKey:0,altKey:0,metaKey:0,repeat:0,locale:0,getModifierState:getEventModifierState,charCode:function(event){
return event.type===`keypress`?getEventCharCode(event):0},keyCode:function(event){
return event.type===`keydown`||event.type===`keyup`?event.keyCode:0},which:function(event){
return event.type===`keypress`?getEventCharCode(event):event.type===`keydown`||event.type===`keyup`?event.keyCode:0}})),SyntheticPointerEvent=createSyntheticEvent(assign({},MouseEventInterface,{pointerId:0,width:0,height:0,pressure:0,tangentialPressure:0,tiltX:0,tiltY:0,twist:0,pointerType:0,isPrimary:0})),SyntheticSubmitEvent=createSyntheticEvent(assign({},EventInterface,{submitter:0})),SyntheticTouchEvent=createSyntheticEvent(assign({},UIEventInterface,{touches:0,targetTouches:0,changedTouches:0,altKey:0,metaKey:0,ctrlKey:0,shiftKey:0,getModifierState:getEventModifierState})),SyntheticTransitionEvent=createSyntheticEvent(assign({},EventInterface,{propertyName:0,elapsedTime:0,pseudoElement:0})),SyntheticWheelEvent=createSyntheticEvent(assign({},MouseEventInterface,{deltaX:function(event){
return`deltaX`in event?event.deltaX:`wheelDeltaX`in event?-event.wheelDeltaX:0},deltaY:function(event){
return`deltaY`in event?event.deltaY:`wheelDeltaY`in event?-event.wheelDeltaY:`wheelDelta`in event?-event.wheelDelta:0},deltaZ:0,deltaMode:0})),SyntheticToggleEvent=createSyntheticEvent(assign({},EventInterface,{newState:0,oldState:0,source:0})),END_KEYCODES=[9,13,27,32],canUseCompositionEvent=canUseDOM&&`CompositionEvent`in window,documentMode=null;
canUseDOM&&`documentMode`in document&&(documentMode=document.documentMode);
var canUseTextInputEvent=canUseDOM&&`TextEvent`in window&&!documentMode,useFallbackCompositionData=canUseDOM&&(!canUseCompositionEvent||documentMode&&8<documentMode&&11>=documentMode),SPACEBAR_CHAR=` `,hasSpaceKeypress=!1;
function isFallbackCompositionEnd(domEventName,nativeEvent){
switch(domEventName){
case`keyup`:
return END_KEYCODES.indexOf(nativeEvent.keyCode)!==-1;
case`keydown`:
return nativeEvent.keyCode!==229;
case`keypress`:
case`mousedown`:
case`focusout`:
return!0;
default:
return!1}}
function getDataFromCustomEvent(nativeEvent){
return nativeEvent=nativeEvent.detail,typeof nativeEvent==`object`&&`data`in nativeEvent?nativeEvent.data:null}
var isComposing=!1;
function getNativeBeforeInputChars(domEventName,nativeEvent){
switch(domEventName){
case`compositionend`:
return getDataFromCustomEvent(nativeEvent);
case`keypress`:
return nativeEvent.which===32?(hasSpaceKeypress=!0,SPACEBAR_CHAR):null;
case`textInput`:
return domEventName=nativeEvent.data,domEventName===SPACEBAR_CHAR&&hasSpaceKeypress?null:domEventName;
default:
return null}}
function getFallbackBeforeInputChars(domEventName,nativeEvent){
if(isComposing)return domEventName===`compositionend`||!canUseCompositionEvent&&isFallbackCompositionEnd(domEventName,nativeEvent)?(domEventName=getData(),fallbackText=startText=root=null,isComposing=!1,domEventName):null;
switch(domEventName){
case`paste`:
return null;
case`keypress`:
if(!(nativeEvent.ctrlKey||nativeEvent.altKey||nativeEvent.metaKey)||nativeEvent.ctrlKey&&nativeEvent.altKey){
if(nativeEvent.char&&1<nativeEvent.char.length)return nativeEvent.char;
if(nativeEvent.which)return String.fromCharCode(nativeEvent.which)}
return null;
case`compositionend`:
return useFallbackCompositionData&&nativeEvent.locale!==`ko`?null:nativeEvent.data;
default:
return null}}
var supportedInputTypes={color:!0,date:!0,datetime:!0,"datetime-local":!0,email:!0,month:!0,number:!0,password:!0,range:!0,search:!0,tel:!0,text:!0,time:!0,url:!0,week:!0};
function isTextInputElement(elem){
var nodeName=elem&&elem.nodeName&&elem.nodeName.toLowerCase();
return nodeName===`input`?!!supportedInputTypes[elem.type]:nodeName===`textarea`}
function createAndAccumulateChangeEvent(dispatchQueue,inst,nativeEvent,target){
restoreTarget?restoreQueue?restoreQueue.push(target):restoreQueue=[target]:restoreTarget=target,inst=accumulateTwoPhaseListeners(inst,`onChange`),0<inst.length&&(nativeEvent=new SyntheticEvent(`onChange`,`change`,null,nativeEvent,target),dispatchQueue.push({event:nativeEvent,listeners:inst}))}
var activeElement$1=null,activeElementInst$1=null;
function runEventInBatch(dispatchQueue){
processDispatchQueue(dispatchQueue,0)}
function getInstIfValueChanged(targetInst){
if(updateValueIfChanged(getNodeFromInstance(targetInst)))return targetInst}
function getTargetInstForChangeEvent(domEventName,targetInst){
if(domEventName===`change`)return targetInst}
var isInputEventSupported=!1;
if(canUseDOM){
var JSCompiler_inline_result$jscomp$318;
if(canUseDOM){
var isSupported$jscomp$inline_474=`oninput`in document;
if(!isSupported$jscomp$inline_474){
var element$jscomp$inline_475=document.createElement(`div`);
element$jscomp$inline_475.setAttribute(`oninput`,`return;`),isSupported$jscomp$inline_474=typeof element$jscomp$inline_475.oninput==`function`}
JSCompiler_inline_result$jscomp$318=isSupported$jscomp$inline_474}else JSCompiler_inline_result$jscomp$318=!1;
isInputEventSupported=JSCompiler_inline_result$jscomp$318&&(!document.documentMode||9<document.documentMode)}
function stopWatchingForValueChange(){
activeElement$1&&(activeElement$1.detachEvent(`onpropertychange`,handlePropertyChange),activeElementInst$1=activeElement$1=null)}
function handlePropertyChange(nativeEvent){
if(nativeEvent.propertyName===`value`&&getInstIfValueChanged(activeElementInst$1)){
var dispatchQueue=[];
createAndAccumulateChangeEvent(dispatchQueue,activeElementInst$1,nativeEvent,getEventTarget(nativeEvent)),batchedUpdates$1(runEventInBatch,dispatchQueue)}}
function handleEventsForInputEventPolyfill(domEventName,target,targetInst){
domEventName===`focusin`?(stopWatchingForValueChange(),activeElement$1=target,activeElementInst$1=targetInst,activeElement$1.attachEvent(`onpropertychange`,handlePropertyChange)):domEventName===`focusout`&&stopWatchingForValueChange()}
function getTargetInstForInputEventPolyfill(domEventName){
if(domEventName===`selectionchange`||domEventName===`keyup`||domEventName===`keydown`)return getInstIfValueChanged(activeElementInst$1)}
function getTargetInstForClickEvent(domEventName,targetInst){
if(domEventName===`click`)return getInstIfValueChanged(targetInst)}
function getTargetInstForInputOrChangeEvent(domEventName,targetInst){
if(domEventName===`input`||domEventName===`change`)return getInstIfValueChanged(targetInst)}
function is(x,y){
return x===y&&(x!==0||1/x==1/y)||x!==x&&y!==y}
var objectIs=typeof Object.is==`function`?Object.is:is;
function shallowEqual(objA,objB){
if(objectIs(objA,objB))return!0;
if(typeof objA!=`object`||!objA||typeof objB!=`object`||!objB)return!1;
var keysA=Object.keys(objA),keysB=Object.keys(objB);
if(keysA.length!==keysB.length)return!1;
for(keysB=0;keysB<keysA.length;keysB++){
var currentKey=keysA[keysB];
if(!hasOwnProperty.call(objB,currentKey)||!objectIs(objA[currentKey],objB[currentKey]))return!1}
return!0}
function getActiveElement(doc){
if(doc||=typeof document<`u`?document:void 0,doc===void 0)return null;
try{
return doc.activeElement||doc.body}catch{
return doc.body}}
function getLeafNode(node){
for(;node&&node.firstChild;)node=node.firstChild;
return node}
function getNodeForCharacterOffset(root,offset){
var node=getLeafNode(root);
root=0;
for(var nodeEnd;node;){
if(node.nodeType===3){
if(nodeEnd=root+node.textContent.length,root<=offset&&nodeEnd>=offset)return{node,offset:offset-root};
root=nodeEnd}
a:{
for(;node;){
if(node.nextSibling){
node=node.nextSibling;
break a}
node=node.parentNode}
node=void 0}
node=getLeafNode(node)}}
function containsNode(outerNode,innerNode){
return outerNode&&innerNode?outerNode===innerNode?!0:outerNode&&outerNode.nodeType===3?!1:innerNode&&innerNode.nodeType===3?containsNode(outerNode,innerNode.parentNode):`contains`in outerNode?outerNode.contains(innerNode):outerNode.compareDocumentPosition?!!(outerNode.compareDocumentPosition(innerNode)&16):!1:!1}
function getActiveElementDeep(containerInfo){
containerInfo=containerInfo!=null&&containerInfo.ownerDocument!=null&&containerInfo.ownerDocument.defaultView!=null?containerInfo.ownerDocument.defaultView:window;
for(var element=getActiveElement(containerInfo.document);element instanceof containerInfo.HTMLIFrameElement;){
try{
var JSCompiler_inline_result=typeof element.contentWindow.location.href==`string`}catch{
JSCompiler_inline_result=!1}
if(JSCompiler_inline_result)containerInfo=element.contentWindow;else break;
element=getActiveElement(containerInfo.document)}
return element}
function hasSelectionCapabilities(elem){
var nodeName=elem&&elem.nodeName&&elem.nodeName.toLowerCase();
return nodeName&&(nodeName===`input`&&(elem.type===`text`||elem.type===`search`||elem.type===`tel`||elem.type===`url`||elem.type===`password`)||nodeName===`textarea`||elem.contentEditable===`true`)}
var skipSelectionChangeEvent=canUseDOM&&`documentMode`in document&&11>=document.documentMode,activeElement=null,activeElementInst=null,lastSelection=null,mouseDown=!1;
function constructSelectEvent(dispatchQueue,nativeEvent,nativeEventTarget){
var doc=nativeEventTarget.window===nativeEventTarget?nativeEventTarget.document:nativeEventTarget.nodeType===9?nativeEventTarget:nativeEventTarget.ownerDocument;
mouseDown||activeElement==null||activeElement!==getActiveElement(doc)||(doc=activeElement,`selectionStart`in doc&&hasSelectionCapabilities(doc)?doc={start:doc.selectionStart,end:doc.selectionEnd}:(doc=(doc.ownerDocument&&doc.ownerDocument.defaultView||window).getSelection(),doc={anchorNode:doc.anchorNode,anchorOffset:doc.anchorOffset,focusNode:doc.focusNode,focusOffset:doc.focusOffset}),lastSelection&&shallowEqual(lastSelection,doc)||(lastSelection=doc,doc=accumulateTwoPhaseListeners(activeElementInst,`onSelect`),0<doc.length&&(nativeEvent=new SyntheticEvent(`onSelect`,`select`,null,nativeEvent,nativeEventTarget),dispatchQueue.push({event:nativeEvent,listeners:doc}),nativeEvent.target=activeElement)))}
function makePrefixMap(styleProp,eventName){
var prefixes={};
return prefixes[styleProp.toLowerCase()]=eventName.toLowerCase(),prefixes[`Webkit`+styleProp]=`webkit`+eventName,prefixes[`Moz`+styleProp]=`moz`+eventName,prefixes}
var vendorPrefixes={animationend:makePrefixMap(`Animation`,`AnimationEnd`),animationiteration:makePrefixMap(`Animation`,`AnimationIteration`),animationstart:makePrefixMap(`Animation`,`AnimationStart`),transitionrun:makePrefixMap(`Transition`,`TransitionRun`),transitionstart:makePrefixMap(`Transition`,`TransitionStart`),transitioncancel:makePrefixMap(`Transition`,`TransitionCancel`),transitionend:makePrefixMap(`Transition`,`TransitionEnd`)},prefixedEventNames={},style={};
canUseDOM&&(style=document.createElement(`div`).style,`AnimationEvent`in window||(delete vendorPrefixes.animationend.animation,delete vendorPrefixes.animationiteration.animation,delete vendorPrefixes.animationstart.animation),`TransitionEvent`in window||delete vendorPrefixes.transitionend.transition);
function getVendorPrefixedEventName(eventName){
if(prefixedEventNames[eventName])return prefixedEventNames[eventName];
if(!vendorPrefixes[eventName])return eventName;
var prefixMap=vendorPrefixes[eventName],styleProp;
for(styleProp in prefixMap)if(prefixMap.hasOwnProperty(styleProp)&&styleProp in style)return prefixedEventNames[eventName]=prefixMap[styleProp];
return eventName}
var ANIMATION_END=getVendorPrefixedEventName(`animationend`),ANIMATION_ITERATION=getVendorPrefixedEventName(`animationiteration`),ANIMATION_START=getVendorPrefixedEventName(`animationstart`),TRANSITION_RUN=getVendorPrefixedEventName(`transitionrun`),TRANSITION_START=getVendorPrefixedEventName(`transitionstart`),TRANSITION_CANCEL=getVendorPrefixedEventName(`transitioncancel`),TRANSITION_END=getVendorPrefixedEventName(`transitionend`),topLevelEventsToReactNames=new Map,simpleEventPluginEvents=`abort auxClick beforeToggle cancel canPlay canPlayThrough click close contextMenu copy cut drag dragEnd dragEnter dragExit dragLeave dragOver dragStart drop durationChange emptied encrypted ended error fullscreenChange fullscreenError gotPointerCapture input invalid keyDown keyPress keyUp load loadedData loadedMetadata loadStart lostPointerCapture mouseDown mouseMove mouseOut mouseOver mouseUp paste pause play playing pointerCancel pointerDown pointerMove pointerOut pointerOver pointerUp progress rateChange reset resize seeked seeking stalled submit suspend timeUpdate touchCancel touchEnd touchStart volumeChange scroll toggle touchMove waiting wheel`.split(` `);
simpleEventPluginEvents.push(`scrollEnd`);
function registerSimpleEvent(domEventName,reactName){
topLevelEventsToReactNames.set(domEventName,reactName),registerTwoPhaseEvent(reactName,[domEventName])}
var globalClientIdCounter$1=0;
function getViewTransitionName(props,instance){
if(props.name!=null&&props.name!==`auto`)return props.name;
if(instance.autoName!==null)return instance.autoName;
props=pendingEffectsRoot.identifierPrefix;
var globalClientId=globalClientIdCounter$1++;
return props=`_`+props+`t_`+globalClientId.toString(32)+`_`,instance.autoName=props}
function getClassNameByType(classByType){
if(classByType==null||typeof classByType==`string`)return classByType;
var className=null,activeTypes=pendingTransitionTypes;
if(activeTypes!==null)for(var i=0;i<activeTypes.length;i++){
var match=classByType[activeTypes[i]];
if(match!=null){
if(match===`none`)return`none`;
className=className==null?match:className+(` `+match)}}
return className??classByType.default}
function getViewTransitionClassName(defaultClass,eventClass){
return defaultClass=getClassNameByType(defaultClass),eventClass=getClassNameByType(eventClass),eventClass==null?defaultClass===`auto`?null:defaultClass:eventClass===`auto`?null:eventClass}
var reportGlobalError=typeof reportError==`function`?reportError:function(error){
if(typeof window==`object`&&typeof window.ErrorEvent==`function`){
var event=new window.ErrorEvent(`error`,{bubbles:!0,cancelable:!0,message:typeof error==`object`&&error&&typeof error.message==`string`?String(error.message):String(error),error});
if(!window.dispatchEvent(event))return}else if(typeof process==`object`&&typeof process.emit==`function`){
process.emit(`uncaughtException`,error);
return}
console.error(error)},concurrentQueues=[],concurrentQueuesIndex=0,concurrentlyUpdatedLanes=0;
function finishQueueingConcurrentUpdates(){
for(var endIndex=concurrentQueuesIndex,i=concurrentlyUpdatedLanes=concurrentQueuesIndex=0;i<endIndex;){
var fiber=concurrentQueues[i];
concurrentQueues[i++]=null;
var queue=concurrentQueues[i];
concurrentQueues[i++]=null;
var update=concurrentQueues[i];
concurrentQueues[i++]=null;
var lane=concurrentQueues[i];
if(concurrentQueues[i++]=null,queue!==null&&update!==null){
var pending=queue.pending;
pending===null?update.next=update:(update.next=pending.next,pending.next=update),queue.pending=update}
lane!==0&&markUpdateLaneFromFiberToRoot(fiber,update,lane)}}
function enqueueUpdate$1(fiber,queue,update,lane){
concurrentQueues[concurrentQueuesIndex++]=fiber,concurrentQueues[concurrentQueuesIndex++]=queue,concurrentQueues[concurrentQueuesIndex++]=update,concurrentQueues[concurrentQueuesIndex++]=lane,concurrentlyUpdatedLanes|=lane,fiber.lanes|=lane,fiber=fiber.alternate,fiber!==null&&(fiber.lanes|=lane)}
function enqueueConcurrentHookUpdate(fiber,queue,update,lane){
return enqueueUpdate$1(fiber,queue,update,lane),getRootForUpdatedFiber(fiber)}
function enqueueConcurrentRenderForLane(fiber,lane){
return enqueueUpdate$1(fiber,null,null,lane),getRootForUpdatedFiber(fiber)}
function markUpdateLaneFromFiberToRoot(sourceFiber,update,lane){
sourceFiber.lanes|=lane;
var alternate=sourceFiber.alternate;
alternate!==null&&(alternate.lanes|=lane);
for(var isHidden=!1,parent=sourceFiber.return;parent!==null;)parent.childLanes|=lane,alternate=parent.alternate,alternate!==null&&(alternate.childLanes|=lane),parent.tag===22&&(sourceFiber=parent.stateNode,sourceFiber===null||sourceFiber._visibility&1||(isHidden=!0)),sourceFiber=parent,parent=parent.return;
return sourceFiber.tag===3?(parent=sourceFiber.stateNode,isHidden&&update!==null&&(isHidden=31-clz32(lane),sourceFiber=parent.hiddenUpdates,alternate=sourceFiber[isHidden],alternate===null?sourceFiber[isHidden]=[update]:alternate.push(update),update.lane=lane|536870912),parent):null}
function getRootForUpdatedFiber(sourceFiber){
if(50<nestedUpdateCount)throw nestedUpdateCount=0,rootWithNestedUpdates=null,Error(formatProdErrorMessage(185));
for(var parent=sourceFiber.return;parent!==null;)sourceFiber=parent,parent=sourceFiber.return;
return sourceFiber.tag===3?sourceFiber.stateNode:null}
var emptyContextObject={};
function FiberNode(tag,pendingProps,key,mode){
this.tag=tag,this.key=key,this.sibling=this.child=this.return=this.stateNode=this.type=this.elementType=null,this.index=0,this.refCleanup=this.ref=null,this.pendingProps=pendingProps,this.dependencies=this.memoizedState=this.updateQueue=this.memoizedProps=null,this.mode=mode,this.subtreeFlags=this.flags=0,this.deletions=null,this.childLanes=this.lanes=0,this.alternate=null}
function createFiberImplClass(tag,pendingProps,key,mode){
return new FiberNode(tag,pendingProps,key,mode)}
function shouldConstruct(Component){
return Component=Component.prototype,!(!Component||!Component.isReactComponent)}
function createWorkInProgress(current,pendingProps){
var workInProgress=current.alternate;
return workInProgress===null?(workInProgress=createFiberImplClass(current.tag,pendingProps,current.key,current.mode),workInProgress.elementType=current.elementType,workInProgress.type=current.type,workInProgress.stateNode=current.stateNode,workInProgress.alternate=current,current.alternate=workInProgress):(workInProgress.pendingProps=pendingProps,workInProgress.type=current.type,workInProgress.flags=0,workInProgress.subtreeFlags=0,workInProgress.deletions=null),workInProgress.flags=current.flags&1206910976,workInProgress.childLanes=current.childLanes,workInProgress.lanes=current.lanes,workInProgress.child=current.child,workInProgress.memoizedProps=current.memoizedProps,workInProgress.memoizedState=current.memoizedState,workInProgress.updateQueue=current.updateQueue,pendingProps=current.dependencies,workInProgress.dependencies=pendingProps===null?null:{lanes:pendingProps.lanes,firstContext:pendingProps.firstContext},workInProgress.sibling=current.sibling,workInProgress.index=current.index,workInProgress.ref=current.ref,workInProgress.refCleanup=current.refCleanup,workInProgress}
function resetWorkInProgress(workInProgress,renderLanes){
workInProgress.flags&=1206910978;
var current=workInProgress.alternate;
return current===null?(workInProgress.childLanes=0,workInProgress.lanes=renderLanes,workInProgress.child=null,workInProgress.subtreeFlags=0,workInProgress.memoizedProps=null,workInProgress.memoizedState=null,workInProgress.updateQueue=null,workInProgress.dependencies=null,workInProgress.stateNode=null):(workInProgress.childLanes=current.childLanes,workInProgress.lanes=current.lanes,workInProgress.child=current.child,workInProgress.subtreeFlags=0,workInProgress.deletions=null,workInProgress.memoizedProps=current.memoizedProps,workInProgress.memoizedState=current.memoizedState,workInProgress.updateQueue=current.updateQueue,workInProgress.type=current.type,renderLanes=current.dependencies,workInProgress.dependencies=renderLanes===null?null:{lanes:renderLanes.lanes,firstContext:renderLanes.firstContext}),workInProgress}
function createFiberFromTypeAndProps(type,key,pendingProps,owner,mode,lanes){
var fiberTag=0;
if(owner=type,typeof owner==`function`)shouldConstruct(owner)&&(fiberTag=1);else if(typeof owner==`string`)fiberTag=isHostHoistableType(type,pendingProps,contextStackCursor.current)?26:type===`html`||type===`head`||type===`body`?27:5;else a:switch(owner){
case REACT_ACTIVITY_TYPE:
return type=createFiberImplClass(31,pendingProps,key,mode),type.elementType=REACT_ACTIVITY_TYPE,type.lanes=lanes,type;
case REACT_FRAGMENT_TYPE:
return createFiberFromFragment(pendingProps.children,mode,lanes,key);
case REACT_STRICT_MODE_TYPE:
fiberTag=8,mode|=24;
break;
case REACT_PROFILER_TYPE:
return type=createFiberImplClass(12,pendingProps,key,mode|2),type.elementType=REACT_PROFILER_TYPE,type.lanes=lanes,type;
case REACT_SUSPENSE_TYPE:
return type=createFiberImplClass(13,pendingProps,key,mode),type.elementType=REACT_SUSPENSE_TYPE,type.lanes=lanes,type;
case REACT_SUSPENSE_LIST_TYPE:
return type=createFiberImplClass(19,pendingProps,key,mode),type.elementType=REACT_SUSPENSE_LIST_TYPE,type.lanes=lanes,type;
case REACT_LEGACY_HIDDEN_TYPE:
case REACT_VIEW_TRANSITION_TYPE:
return type=mode|32,type=createFiberImplClass(30,pendingProps,key,type),type.elementType=REACT_VIEW_TRANSITION_TYPE,type.lanes=lanes,type.stateNode={autoName:null,paired:null,clones:null,ref:null},type;
default:
if(typeof owner==`object`&&owner)switch(owner.$$typeof){
case REACT_CONTEXT_TYPE:
fiberTag=10;
break a;
case REACT_CONSUMER_TYPE:
fiberTag=9;
break a;
case REACT_FORWARD_REF_TYPE:
fiberTag=11;
break a;
case REACT_MEMO_TYPE:
fiberTag=14;
break a;
case REACT_LAZY_TYPE:
fiberTag=16,owner=null;
break a}
fiberTag=29,pendingProps=Error(formatProdErrorMessage(130,type===null?`null`:typeof type,``)),owner=null}
return key=createFiberImplClass(fiberTag,pendingProps,key,mode),key.elementType=type,key.type=owner,key.lanes=lanes,key}
function createFiberFromFragment(elements,mode,lanes,key){
return elements=createFiberImplClass(7,elements,key,mode),elements.lanes=lanes,elements}
function createFiberFromText(content,mode,lanes){
return content=createFiberImplClass(6,content,null,mode),content.lanes=lanes,content}
function createFiberFromDehydratedFragment(dehydratedNode){
var fiber=createFiberImplClass(18,null,null,0);
return fiber.stateNode=dehydratedNode,fiber}
function createFiberFromPortal(portal,mode,lanes){
return mode=createFiberImplClass(4,portal.children===null?[]:portal.children,portal.key,mode),mode.lanes=lanes,mode.stateNode={containerInfo:portal.containerInfo,pendingChildren:null,implementation:portal.implementation},mode}
var CapturedStacks=new WeakMap;
function createCapturedValueAtFiber(value,source){
if(typeof value==`object`&&value){
var existing=CapturedStacks.get(value);
return existing===void 0?(source={value,source,stack:getStackByFiberInDevAndProd(source)},CapturedStacks.set(value,source),source):existing}
return{value,source,stack:getStackByFiberInDevAndProd(source)}}
var forkStack=[],forkStackIndex=0,treeForkProvider=null,treeForkCount=0,idStack=[],idStackIndex=0,treeContextProvider=null,treeContextId=1,treeContextOverflow=``;
function pushTreeFork(workInProgress,totalChildren){
forkStack[forkStackIndex++]=treeForkCount,forkStack[forkStackIndex++]=treeForkProvider,treeForkProvider=workInProgress,treeForkCount=totalChildren}
function pushTreeId(workInProgress,totalChildren,index){
idStack[idStackIndex++]=treeContextId,idStack[idStackIndex++]=treeContextOverflow,idStack[idStackIndex++]=treeContextProvider,treeContextProvider=workInProgress;
var baseIdWithLeadingBit=treeContextId;
workInProgress=treeContextOverflow;
var baseLength=32-clz32(baseIdWithLeadingBit)-1;
baseIdWithLeadingBit&=~(1<<baseLength),index+=1;
var length=32-clz32(totalChildren)+baseLength;
if(30<length){
var numberOfOverflowBits=baseLength-baseLength%5;
length=(baseIdWithLeadingBit&(1<<numberOfOverflowBits)-1).toString(32),baseIdWithLeadingBit>>=numberOfOverflowBits,baseLength-=numberOfOverflowBits,treeContextId=1<<32-clz32(totalChildren)+baseLength|index<<baseLength|baseIdWithLeadingBit,treeContextOverflow=length+workInProgress}else treeContextId=1<<length|index<<baseLength|baseIdWithLeadingBit,treeContextOverflow=workInProgress}
function pushMaterializedTreeId(workInProgress){
workInProgress.return!==null&&(pushTreeFork(workInProgress,1),pushTreeId(workInProgress,1,0))}
function popTreeContext(workInProgress){
for(;workInProgress===treeForkProvider;)treeForkProvider=forkStack[--forkStackIndex],forkStack[forkStackIndex]=null,treeForkCount=forkStack[--forkStackIndex],forkStack[forkStackIndex]=null;
for(;workInProgress===treeContextProvider;)treeContextProvider=idStack[--idStackIndex],idStack[idStackIndex]=null,treeContextOverflow=idStack[--idStackIndex],idStack[idStackIndex]=null,treeContextId=idStack[--idStackIndex],idStack[idStackIndex]=null}
function restoreSuspendedTreeContext(workInProgress,suspendedContext){
idStack[idStackIndex++]=treeContextId,idStack[idStackIndex++]=treeContextOverflow,idStack[idStackIndex++]=treeContextProvider,treeContextId=suspendedContext.id,treeContextOverflow=suspendedContext.overflow,treeContextProvider=workInProgress}
var hydrationParentFiber=null,nextHydratableInstance=null,isHydrating=!1,hydrationErrors=null,rootOrSingletonContext=!1,HydrationMismatchException=Error(formatProdErrorMessage(519));
function throwOnHydrationMismatch(fiber){
throw queueHydrationError(createCapturedValueAtFiber(Error(formatProdErrorMessage(418,1<arguments.length&&arguments[1]!==void 0&&arguments[1]?`text`:`HTML`,``)),fiber)),HydrationMismatchException}
function prepareToHydrateHostInstance(fiber){
var instance=fiber.stateNode,type=fiber.type,props=fiber.memoizedProps;
switch(instance[internalInstanceKey]=fiber,instance[internalPropsKey]=props,type){
case`dialog`:
listenToNonDelegatedEvent(`cancel`,instance),listenToNonDelegatedEvent(`close`,instance);
break;
case`iframe`:
case`object`:
case`embed`:
listenToNonDelegatedEvent(`load`,instance);
break;
case`video`:
case`audio`:
for(type=0;type<mediaEventTypes.length;type++)listenToNonDelegatedEvent(mediaEventTypes[type],instance);
break;
case`source`:
listenToNonDelegatedEvent(`error`,instance);
break;
case`img`:
case`image`:
case`link`:
listenToNonDelegatedEvent(`error`,instance),listenToNonDelegatedEvent(`load`,instance);
break;
case`details`:
listenToNonDelegatedEvent(`toggle`,instance);
break;
case`input`:
listenToNonDelegatedEvent(`invalid`,instance),initInput(instance,props.value,props.defaultValue,props.checked,props.defaultChecked,props.type,props.name,!0);
break;
case`select`:
listenToNonDelegatedEvent(`invalid`,instance);
break;
case`textarea`:
listenToNonDelegatedEvent(`invalid`,instance),initTextarea(instance,props.value,props.defaultValue,props.children)}
type=props.children,typeof type!=`string`&&typeof type!=`number`&&typeof type!=`bigint`||instance.textContent===``+type||!0===props.suppressHydrationWarning||checkForUnmatchedText(instance.textContent,type)?(props.popover!=null&&(listenToNonDelegatedEvent(`beforetoggle`,instance),listenToNonDelegatedEvent(`toggle`,instance)),props.onScroll!=null&&listenToNonDelegatedEvent(`scroll`,instance),props.onScrollEnd!=null&&listenToNonDelegatedEvent(`scrollend`,instance),props.onClick!=null&&(instance.onclick=noop$1),instance=!0):instance=!1,instance||throwOnHydrationMismatch(fiber,!0)}
function popToNextHostParent(fiber){
for(hydrationParentFiber=fiber.return;hydrationParentFiber;)switch(hydrationParentFiber.tag){
case 5:
case 31:
case 13:
rootOrSingletonContext=!1;
return;
case 27:
case 3:
rootOrSingletonContext=!0;
return;
default:
hydrationParentFiber=hydrationParentFiber.return}}
function popHydrationState(fiber){
if(fiber!==hydrationParentFiber)return!1;
if(!isHydrating)return popToNextHostParent(fiber),isHydrating=!0,!1;
var tag=fiber.tag,JSCompiler_temp;
if((JSCompiler_temp=tag!==3&&tag!==27)&&((JSCompiler_temp=tag===5)&&(JSCompiler_temp=fiber.type,JSCompiler_temp=JSCompiler_temp===`form`||JSCompiler_temp===`button`||shouldSetTextContent(fiber.type,fiber.memoizedProps)),JSCompiler_temp=!JSCompiler_temp),JSCompiler_temp&&nextHydratableInstance&&throwOnHydrationMismatch(fiber),popToNextHostParent(fiber),tag===13){
if(fiber=fiber.memoizedState,fiber=fiber===null?null:fiber.dehydrated,!fiber)throw Error(formatProdErrorMessage(317));
nextHydratableInstance=getNextHydratableInstanceAfterHydrationBoundary(fiber)}else if(tag===31){
if(fiber=fiber.memoizedState,fiber=fiber===null?null:fiber.dehydrated,!fiber)throw Error(formatProdErrorMessage(317));
nextHydratableInstance=getNextHydratableInstanceAfterHydrationBoundary(fiber)}else tag===27?(tag=nextHydratableInstance,isSingletonScope(fiber.type)?(fiber=previousHydratableOnEnteringScopedSingleton,previousHydratableOnEnteringScopedSingleton=null,nextHydratableInstance=fiber):nextHydratableInstance=tag):nextHydratableInstance=hydrationParentFiber?getNextHydratable(fiber.stateNode.nextSibling):null;
return!0}
function resetHydrationState(){
nextHydratableInstance=hydrationParentFiber=null,isHydrating=!1}
function upgradeHydrationErrorsToRecoverable(){
var queuedErrors=hydrationErrors;
return queuedErrors!==null&&(workInProgressRootRecoverableErrors===null?workInProgressRootRecoverableErrors=queuedErrors:workInProgressRootRecoverableErrors.push.apply(workInProgressRootRecoverableErrors,queuedErrors),hydrationErrors=null),queuedErrors}
function queueHydrationError(error){
hydrationErrors===null?hydrationErrors=[error]:hydrationErrors.push(error)}
var valueCursor=createCursor(null),currentlyRenderingFiber$1=null,lastContextDependency=null;
function pushProvider(providerFiber,context,nextValue){
push(valueCursor,context._currentValue),context._currentValue=nextValue}
function popProvider(context){
context._currentValue=valueCursor.current,pop(valueCursor)}
function scheduleContextWorkOnParentPath(parent,renderLanes,propagationRoot){
for(;parent!==null;){
var alternate=parent.alternate;
if((parent.childLanes&renderLanes)===renderLanes?alternate!==null&&(alternate.childLanes&renderLanes)!==renderLanes&&(alternate.childLanes|=renderLanes):(parent.childLanes|=renderLanes,alternate!==null&&(alternate.childLanes|=renderLanes)),parent===propagationRoot)break;
parent=parent.return}}
function propagateContextChanges(workInProgress,contexts,renderLanes,forcePropagateEntireTree){
var fiber=workInProgress.child;
for(fiber!==null&&(fiber.return=workInProgress);fiber!==null;){
var list=fiber.dependencies;
if(list!==null){
var nextFiber=fiber.child;
list=list.firstContext;
a:for(;list!==null;){
var dependency=list;
list=fiber;
for(var i=0;i<contexts.length;i++)if(dependency.context===contexts[i]){
list.lanes|=renderLanes,dependency=list.alternate,dependency!==null&&(dependency.lanes|=renderLanes),scheduleContextWorkOnParentPath(list.return,renderLanes,workInProgress),forcePropagateEntireTree||(nextFiber=null);
break a}
list=dependency.next}}else if(fiber.tag===18){
if(nextFiber=fiber.return,nextFiber===null)throw Error(formatProdErrorMessage(341));
nextFiber.lanes|=renderLanes,list=nextFiber.alternate,list!==null&&(list.lanes|=renderLanes),scheduleContextWorkOnParentPath(nextFiber,renderLanes,workInProgress),nextFiber=null}else fiber.tag===13&&fiber.memoizedState!==null&&fiber.memoizedState.dehydrated===null?(fiber.lanes|=renderLanes,nextFiber=fiber.alternate,nextFiber!==null&&(nextFiber.lanes|=renderLanes),scheduleContextWorkOnParentPath(fiber.return,renderLanes,workInProgress),nextFiber=fiber.child,nextFiber=nextFiber===null?null:nextFiber.sibling):nextFiber=fiber.child;
if(nextFiber!==null)nextFiber.return=fiber;else for(nextFiber=fiber;nextFiber!==null;){
if(nextFiber===workInProgress){
nextFiber=null;
break}
if(fiber=nextFiber.sibling,fiber!==null){
fiber.return=nextFiber.return,nextFiber=fiber;
break}
nextFiber=nextFiber.return}
fiber=nextFiber}}
function propagateParentContextChanges(current,workInProgress,renderLanes,forcePropagateEntireTree){
current=null;
for(var parent=workInProgress,isInsidePropagationBailout=!1;parent!==null;){
if(!isInsidePropagationBailout){
if(parent.flags&524288)isInsidePropagationBailout=!0;else if(parent.flags&262144)break}
if(parent.tag===10){
var currentParent=parent.alternate;
if(currentParent===null)throw Error(formatProdErrorMessage(387));
if(currentParent=currentParent.memoizedProps,currentParent!==null){
var context=parent.type;
objectIs(parent.pendingProps.value,currentParent.value)||(current===null?current=[context]:current.push(context))}}else if(parent===hostTransitionProviderCursor.current){
if(currentParent=parent.alternate,currentParent===null)throw Error(formatProdErrorMessage(387));
currentParent.memoizedState.memoizedState!==parent.memoizedState.memoizedState&&(current===null?current=[HostTransitionContext]:current.push(HostTransitionContext))}
parent=parent.return}
return current!==null&&propagateContextChanges(workInProgress,current,renderLanes,forcePropagateEntireTree),workInProgress.flags|=262144,current!==null}
function checkIfContextChanged(currentDependencies){
for(currentDependencies=currentDependencies.firstContext;currentDependencies!==null;){
if(!objectIs(currentDependencies.context._currentValue,currentDependencies.memoizedValue))return!0;
currentDependencies=currentDependencies.next}
return!1}
function prepareToReadContext(workInProgress){
currentlyRenderingFiber$1=workInProgress,lastContextDependency=null,workInProgress=workInProgress.dependencies,workInProgress!==null&&(workInProgress.firstContext=null)}
function readContext(context){
return readContextForConsumer(currentlyRenderingFiber$1,context)}
function readContextDuringReconciliation(consumer,context){
return currentlyRenderingFiber$1===null&&prepareToReadContext(consumer),readContextForConsumer(consumer,context)}
function readContextForConsumer(consumer,context){
var value=context._currentValue;
if(context={context,memoizedValue:value,next:null},lastContextDependency===null){
if(consumer===null)throw Error(formatProdErrorMessage(308));
lastContextDependency=context,consumer.dependencies={lanes:0,firstContext:context},consumer.flags|=524288}else lastContextDependency=lastContextDependency.next=context;
return value}
var AbortControllerLocal=typeof AbortController<`u`?AbortController:function(){
var listeners=[],signal=this.signal={aborted:!1,addEventListener:function(type,listener){
listeners.push(listener)}};
this.abort=function(){
signal.aborted=!0,listeners.forEach(function(listener){
return listener()})}},scheduleCallback$2=Scheduler.unstable_scheduleCallback,NormalPriority=Scheduler.unstable_NormalPriority,CacheContext={$$typeof:REACT_CONTEXT_TYPE,Consumer:null,Provider:null,_currentValue:null,_currentValue2:null,_threadCount:0};
function createCache(){
return{controller:new AbortControllerLocal,data:new Map,refCount:0}}
function releaseCache(cache){
cache.refCount--,cache.refCount===0&&scheduleCallback$2(NormalPriority,function(){
cache.controller.abort()})}
function queueTransitionTypes(root,transitionTypes){
if(root.pendingLanes&4194048){
var queued=root.transitionTypes;
for(queued===null&&(queued=root.transitionTypes=[]),root=0;root<transitionTypes.length;root++){
var transitionType=transitionTypes[root];
queued.indexOf(transitionType)===-1&&queued.push(transitionType)}}}
var entangledTransitionTypes=null;
function claimQueuedTransitionTypes(root){
var claimed=root.transitionTypes;
return root.transitionTypes=null,claimed}
var currentEntangledListeners=null,currentEntangledPendingCount=0,currentEntangledLane=0,currentEntangledActionThenable=null;
function entangleAsyncAction(transition,thenable){
if(currentEntangledListeners===null){
var entangledListeners=currentEntangledListeners=[];
currentEntangledPendingCount=0,currentEntangledLane=requestTransitionLane(),currentEntangledActionThenable={status:`pending`,value:void 0,then:function(resolve){
entangledListeners.push(resolve)}}}
return currentEntangledPendingCount++,thenable.then(pingEngtangledActionScope,pingEngtangledActionScope),thenable}
function pingEngtangledActionScope(){
if(--currentEntangledPendingCount===0&&(entangledTransitionTypes=null,currentEntangledListeners!==null)){
currentEntangledActionThenable!==null&&(currentEntangledActionThenable.status=`fulfilled`);
var listeners=currentEntangledListeners;
currentEntangledListeners=null,currentEntangledLane=0,currentEntangledActionThenable=null;
for(var i=0;i<listeners.length;i++)(0,listeners[i])()}}
function chainThenableValue(thenable,result){
var listeners=[],thenableWithOverride={status:`pending`,value:null,reason:null,then:function(resolve){
listeners.push(resolve)}};
return thenable.then(function(){
thenableWithOverride.status=`fulfilled`,thenableWithOverride.value=result;
for(var i=0;i<listeners.length;i++)(0,listeners[i])(result)},function(error){
for(thenableWithOverride.status=`rejected`,thenableWithOverride.reason=error,error=0;error<listeners.length;error++)(0,listeners[error])(void 0)}),thenableWithOverride}
var prevOnStartTransitionFinish=ReactSharedInternals.S;
ReactSharedInternals.S=function(transition,returnValue){
if(globalMostRecentTransitionTime=now(),typeof returnValue==`object`&&returnValue&&typeof returnValue.then==`function`&&entangleAsyncAction(transition,returnValue),entangledTransitionTypes!==null)for(var root$28=firstScheduledRoot;root$28!==null;)queueTransitionTypes(root$28,entangledTransitionTypes),root$28=root$28.next;
if(root$28=transition.types,root$28!==null){
for(var root$29=firstScheduledRoot;root$29!==null;)queueTransitionTypes(root$29,root$28),root$29=root$29.next;
if(currentEntangledLane!==0){
root$29=entangledTransitionTypes,root$29===null&&(root$29=entangledTransitionTypes=[]);
for(var i=0;i<root$28.length;i++){
var transitionType=root$28[i];
root$29.indexOf(transitionType)===-1&&root$29.push(transitionType)}}}
prevOnStartTransitionFinish!==null&&prevOnStartTransitionFinish(transition,returnValue)};
var resumedCache=createCursor(null);
function peekCacheFromPool(){
var cacheResumedFromPreviousRender=resumedCache.current;
return cacheResumedFromPreviousRender===null?workInProgressRoot.pooledCache:cacheResumedFromPreviousRender}
function pushTransition(offscreenWorkInProgress,prevCachePool){
prevCachePool===null?push(resumedCache,resumedCache.current):push(resumedCache,prevCachePool.pool)}
function getSuspendedCache(){
var cacheFromPool=peekCacheFromPool();
return cacheFromPool===null?null:{parent:CacheContext._currentValue,pool:cacheFromPool}}
var SuspenseException=Error(formatProdErrorMessage(460)),SuspenseyCommitException=Error(formatProdErrorMessage(474)),SuspenseActionException=Error(formatProdErrorMessage(542)),noopSuspenseyCommitThenable={then:function(){}};
function isThenableResolved(thenable){
return thenable=thenable.status,thenable===`fulfilled`||thenable===`rejected`}
function trackUsedThenable(thenableState,thenable,index){
switch(index=thenableState[index],index===void 0?thenableState.push(thenable):index!==thenable&&(thenable.then(noop$1,noop$1),thenable=index),thenable.status){
case`fulfilled`:
return thenable.value;
case`rejected`:
throw thenableState=thenable.reason,checkIfUseWrappedInAsyncCatch(thenableState),thenableState===void 0&&!(`reason`in thenable)?Error(formatProdErrorMessage(600)):thenableState;
default:
if(typeof thenable.status==`string`)thenable.then(noop$1,noop$1);else{
if(thenableState=workInProgressRoot,thenableState!==null&&100<thenableState.shellSuspendCounter)throw Error(formatProdErrorMessage(482));
thenableState=thenable,thenableState.status=`pending`,thenableState.then(function(fulfilledValue){
if(thenable.status===`pending`){
var fulfilledThenable=thenable;
fulfilledThenable.status=`fulfilled`,fulfilledThenable.value=fulfilledValue}},function(error){
if(thenable.status===`pending`){
var rejectedThenable=thenable;
rejectedThenable.status=`rejected`,rejectedThenable.reason=error}})}
switch(thenable.status){
case`fulfilled`:
return thenable.value;
case`rejected`:
throw thenableState=thenable.reason,checkIfUseWrappedInAsyncCatch(thenableState),thenableState}
throw suspendedThenable=thenable,SuspenseException}}
function resolveLazy(lazyType){
try{
var init=lazyType._init;
return init(lazyType._payload)}catch(x){
throw typeof x==`object`&&x&&typeof x.then==`function`?(suspendedThenable=x,SuspenseException):x}}
var suspendedThenable=null;
function getSuspendedThenable(){
if(suspendedThenable===null)throw Error(formatProdErrorMessage(459));
var thenable=suspendedThenable;
return suspendedThenable=null,thenable}
function checkIfUseWrappedInAsyncCatch(rejectedReason){
if(rejectedReason===SuspenseException||rejectedReason===SuspenseActionException)throw Error(formatProdErrorMessage(483))}
var thenableState$1=null,thenableIndexCounter$1=0;
function unwrapThenable(thenable){
var index=thenableIndexCounter$1;
return thenableIndexCounter$1+=1,thenableState$1===null&&(thenableState$1=[]),trackUsedThenable(thenableState$1,thenable,index)}
function coerceRef(workInProgress,element){
element=element.props.ref,workInProgress.ref=element===void 0?null:element}
function throwOnInvalidObjectTypeImpl(returnFiber,newChild){
throw newChild.$$typeof===REACT_LEGACY_ELEMENT_TYPE?Error(formatProdErrorMessage(525)):(returnFiber=Object.prototype.toString.call(newChild),Error(formatProdErrorMessage(31,returnFiber===`[object Object]`?`object with keys {`+Object.keys(newChild).join(`, `)+`}`:returnFiber)))}
function createChildReconciler(shouldTrackSideEffects){
function deleteChild(returnFiber,childToDelete){
if(shouldTrackSideEffects){
var deletions=returnFiber.deletions;
deletions===null?(returnFiber.deletions=[childToDelete],returnFiber.flags|=16):deletions.push(childToDelete)}}
function deleteRemainingChildren(returnFiber,currentFirstChild){
if(!shouldTrackSideEffects)return null;
for(;currentFirstChild!==null;)deleteChild(returnFiber,currentFirstChild),currentFirstChild=currentFirstChild.sibling;
return null}
function mapRemainingChildren(currentFirstChild){
for(var existingChildren=new Map;currentFirstChild!==null;)currentFirstChild.key===null?existingChildren.set(currentFirstChild.index,currentFirstChild):existingChildren.set(currentFirstChild.key,currentFirstChild),currentFirstChild=currentFirstChild.sibling;
return existingChildren}
function useFiber(fiber,pendingProps){
return fiber=createWorkInProgress(fiber,pendingProps),fiber.index=0,fiber.sibling=null,fiber}
function placeChild(newFiber,lastPlacedIndex,newIndex){
return newFiber.index=newIndex,shouldTrackSideEffects?(newIndex=newFiber.alternate,newIndex===null?(newFiber.flags|=134217730,lastPlacedIndex):(newIndex=newIndex.index,newIndex<lastPlacedIndex?(newFiber.flags|=2,lastPlacedIndex):newIndex)):(newFiber.flags|=1048576,lastPlacedIndex)}
function placeSingleChild(newFiber){
return shouldTrackSideEffects&&newFiber.alternate===null&&(newFiber.flags|=134217730),newFiber}
function updateTextNode(returnFiber,current,textContent,lanes){
return current===null||current.tag!==6?(current=createFiberFromText(textContent,returnFiber.mode,lanes),current.return=returnFiber,current):(current=useFiber(current,textContent),current.return=returnFiber,current)}
function updateElement(returnFiber,current,element,lanes){
var elementType=element.type;
return elementType===REACT_FRAGMENT_TYPE?(returnFiber=updateFragment(returnFiber,current,element.props.children,lanes,element.key),coerceRef(returnFiber,element),returnFiber):current!==null&&(current.elementType===elementType||typeof elementType==`object`&&elementType&&elementType.$$typeof===REACT_LAZY_TYPE&&resolveLazy(elementType)===current.type)?(current=useFiber(current,element.props),coerceRef(current,element),current.return=returnFiber,current):(current=createFiberFromTypeAndProps(element.type,element.key,element.props,null,returnFiber.mode,lanes),coerceRef(current,element),current.return=returnFiber,current)}
function updatePortal(returnFiber,current,portal,lanes){
return current===null||current.tag!==4||current.stateNode.containerInfo!==portal.containerInfo||current.stateNode.implementation!==portal.implementation?(current=createFiberFromPortal(portal,returnFiber.mode,lanes),current.return=returnFiber,current):(current=useFiber(current,portal.children||[]),current.return=returnFiber,current)}
function updateFragment(returnFiber,current,fragment,lanes,key){
return current===null||current.tag!==7?(current=createFiberFromFragment(fragment,returnFiber.mode,lanes,key),current.return=returnFiber,current):(current=useFiber(current,fragment),current.return=returnFiber,current)}
function createChild(returnFiber,newChild,lanes){
if(typeof newChild==`string`&&newChild!==``||typeof newChild==`number`||typeof newChild==`bigint`)return newChild=createFiberFromText(``+newChild,returnFiber.mode,lanes),newChild.return=returnFiber,newChild;
if(typeof newChild==`object`&&newChild){
switch(newChild.$$typeof){
case REACT_ELEMENT_TYPE:
return lanes=createFiberFromTypeAndProps(newChild.type,newChild.key,newChild.props,null,returnFiber.mode,lanes),coerceRef(lanes,newChild),lanes.return=returnFiber,lanes;
case REACT_PORTAL_TYPE:
return newChild=createFiberFromPortal(newChild,returnFiber.mode,lanes),newChild.return=returnFiber,newChild;
case REACT_LAZY_TYPE:
return newChild=resolveLazy(newChild),createChild(returnFiber,newChild,lanes)}
if(isArrayImpl(newChild)||getIteratorFn(newChild))return newChild=createFiberFromFragment(newChild,returnFiber.mode,lanes,null),newChild.return=returnFiber,newChild;
if(typeof newChild.then==`function`)return createChild(returnFiber,unwrapThenable(newChild),lanes);
if(newChild.$$typeof===REACT_CONTEXT_TYPE)return createChild(returnFiber,readContextDuringReconciliation(returnFiber,newChild),lanes);
throwOnInvalidObjectTypeImpl(returnFiber,newChild)}
return null}
function updateSlot(returnFiber,oldFiber,newChild,lanes){
var key=oldFiber===null?null:oldFiber.key;
if(typeof newChild==`string`&&newChild!==``||typeof newChild==`number`||typeof newChild==`bigint`)return key===null?updateTextNode(returnFiber,oldFiber,``+newChild,lanes):null;
if(typeof newChild==`object`&&newChild){
switch(newChild.$$typeof){
case REACT_ELEMENT_TYPE:
return newChild.key===key?updateElement(returnFiber,oldFiber,newChild,lanes):null;
case REACT_PORTAL_TYPE:
return newChild.key===key?updatePortal(returnFiber,oldFiber,newChild,lanes):null;
case REACT_LAZY_TYPE:
return newChild=resolveLazy(newChild),updateSlot(returnFiber,oldFiber,newChild,lanes)}
if(isArrayImpl(newChild)||getIteratorFn(newChild))return key===null?updateFragment(returnFiber,oldFiber,newChild,lanes,null):null;
if(typeof newChild.then==`function`)return updateSlot(returnFiber,oldFiber,unwrapThenable(newChild),lanes);
if(newChild.$$typeof===REACT_CONTEXT_TYPE)return updateSlot(returnFiber,oldFiber,readContextDuringReconciliation(returnFiber,newChild),lanes);
throwOnInvalidObjectTypeImpl(returnFiber,newChild)}
return null}
function updateFromMap(existingChildren,returnFiber,newIdx,newChild,lanes){
if(typeof newChild==`string`&&newChild!==``||typeof newChild==`number`||typeof newChild==`bigint`)return existingChildren=existingChildren.get(newIdx)||null,updateTextNode(returnFiber,existingChildren,``+newChild,lanes);
if(typeof newChild==`object`&&newChild){
switch(newChild.$$typeof){
case REACT_ELEMENT_TYPE:
return existingChildren=existingChildren.get(newChild.key===null?newIdx:newChild.key)||null,updateElement(returnFiber,existingChildren,newChild,lanes);
case REACT_PORTAL_TYPE:
return existingChildren=existingChildren.get(newChild.key===null?newIdx:newChild.key)||null,updatePortal(returnFiber,existingChildren,newChild,lanes);
case REACT_LAZY_TYPE:
return newChild=resolveLazy(newChild),updateFromMap(existingChildren,returnFiber,newIdx,newChild,lanes)}
if(isArrayImpl(newChild)||getIteratorFn(newChild))return existingChildren=existingChildren.get(newIdx)||null,updateFragment(returnFiber,existingChildren,newChild,lanes,null);
if(typeof newChild.then==`function`)return updateFromMap(existingChildren,returnFiber,newIdx,unwrapThenable(newChild),lanes);
if(newChild.$$typeof===REACT_CONTEXT_TYPE)return updateFromMap(existingChildren,returnFiber,newIdx,readContextDuringReconciliation(returnFiber,newChild),lanes);
throwOnInvalidObjectTypeImpl(returnFiber,newChild)}
return null}
function reconcileChildrenArray(returnFiber,currentFirstChild,newChildren,lanes){
for(var resultingFirstChild=null,previousNewFiber=null,oldFiber=currentFirstChild,newIdx=currentFirstChild=0,nextOldFiber=null;oldFiber!==null&&newIdx<newChildren.length;newIdx++){
oldFiber.index>newIdx?(nextOldFiber=oldFiber,oldFiber=null):nextOldFiber=oldFiber.sibling;
var newFiber=updateSlot(returnFiber,oldFiber,newChildren[newIdx],lanes);
if(newFiber===null){
oldFiber===null&&(oldFiber=nextOldFiber);
break}
shouldTrackSideEffects&&oldFiber&&newFiber.alternate===null&&deleteChild(returnFiber,oldFiber),currentFirstChild=placeChild(newFiber,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=newFiber:previousNewFiber.sibling=newFiber,previousNewFiber=newFiber,oldFiber=nextOldFiber}
if(newIdx===newChildren.length)return deleteRemainingChildren(returnFiber,oldFiber),isHydrating&&pushTreeFork(returnFiber,newIdx),resultingFirstChild;
if(oldFiber===null){
for(;newIdx<newChildren.length;newIdx++)oldFiber=createChild(returnFiber,newChildren[newIdx],lanes),oldFiber!==null&&(currentFirstChild=placeChild(oldFiber,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=oldFiber:previousNewFiber.sibling=oldFiber,previousNewFiber=oldFiber);
return isHydrating&&pushTreeFork(returnFiber,newIdx),resultingFirstChild}
for(oldFiber=mapRemainingChildren(oldFiber);newIdx<newChildren.length;newIdx++)nextOldFiber=updateFromMap(oldFiber,returnFiber,newIdx,newChildren[newIdx],lanes),nextOldFiber!==null&&(shouldTrackSideEffects&&(newFiber=nextOldFiber.alternate,newFiber!==null&&oldFiber.delete(newFiber.key===null?newIdx:newFiber.key)),currentFirstChild=placeChild(nextOldFiber,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=nextOldFiber:previousNewFiber.sibling=nextOldFiber,previousNewFiber=nextOldFiber);
return shouldTrackSideEffects&&oldFiber.forEach(function(child){
return deleteChild(returnFiber,child)}),isHydrating&&pushTreeFork(returnFiber,newIdx),resultingFirstChild}
function reconcileChildrenIterator(returnFiber,currentFirstChild,newChildren,lanes){
if(newChildren==null)throw Error(formatProdErrorMessage(151));
for(var resultingFirstChild=null,previousNewFiber=null,oldFiber=currentFirstChild,newIdx=currentFirstChild=0,nextOldFiber=null,step=newChildren.next();oldFiber!==null&&!step.done;newIdx++,step=newChildren.next()){
oldFiber.index>newIdx?(nextOldFiber=oldFiber,oldFiber=null):nextOldFiber=oldFiber.sibling;
var newFiber=updateSlot(returnFiber,oldFiber,step.value,lanes);
if(newFiber===null){
oldFiber===null&&(oldFiber=nextOldFiber);
break}
shouldTrackSideEffects&&oldFiber&&newFiber.alternate===null&&deleteChild(returnFiber,oldFiber),currentFirstChild=placeChild(newFiber,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=newFiber:previousNewFiber.sibling=newFiber,previousNewFiber=newFiber,oldFiber=nextOldFiber}
if(step.done)return deleteRemainingChildren(returnFiber,oldFiber),isHydrating&&pushTreeFork(returnFiber,newIdx),resultingFirstChild;
if(oldFiber===null){
for(;!step.done;newIdx++,step=newChildren.next())step=createChild(returnFiber,step.value,lanes),step!==null&&(currentFirstChild=placeChild(step,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=step:previousNewFiber.sibling=step,previousNewFiber=step);
return isHydrating&&pushTreeFork(returnFiber,newIdx),resultingFirstChild}
for(oldFiber=mapRemainingChildren(oldFiber);!step.done;newIdx++,step=newChildren.next())step=updateFromMap(oldFiber,returnFiber,newIdx,step.value,lanes),step!==null&&(shouldTrackSideEffects&&(nextOldFiber=step.alternate,nextOldFiber!==null&&oldFiber.delete(nextOldFiber.key===null?newIdx:nextOldFiber.key)),currentFirstChild=placeChild(step,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=step:previousNewFiber.sibling=step,previousNewFiber=step);
return shouldTrackSideEffects&&oldFiber.forEach(function(child){
return deleteChild(returnFiber,child)}),isHydrating&&pushTreeFork(returnFiber,newIdx),resultingFirstChild}
function reconcileChildFibersImpl(returnFiber,currentFirstChild,newChild,lanes){
if(typeof newChild==`object`&&newChild&&newChild.type===REACT_FRAGMENT_TYPE&&newChild.key===null&&newChild.props.ref===void 0&&(newChild=newChild.props.children),typeof newChild==`object`&&newChild){
switch(newChild.$$typeof){
case REACT_ELEMENT_TYPE:
a:{
for(var key=newChild.key;currentFirstChild!==null;){
if(currentFirstChild.key===key){
if(key=newChild.type,key===REACT_FRAGMENT_TYPE){
if(currentFirstChild.tag===7){
deleteRemainingChildren(returnFiber,currentFirstChild.sibling),lanes=useFiber(currentFirstChild,newChild.props.children),coerceRef(lanes,newChild),lanes.return=returnFiber,returnFiber=lanes;
break a}}else if(currentFirstChild.elementType===key||typeof key==`object`&&key&&key.$$typeof===REACT_LAZY_TYPE&&resolveLazy(key)===currentFirstChild.type){
deleteRemainingChildren(returnFiber,currentFirstChild.sibling),lanes=useFiber(currentFirstChild,newChild.props),coerceRef(lanes,newChild),lanes.return=returnFiber,returnFiber=lanes;
break a}
deleteRemainingChildren(returnFiber,currentFirstChild);
break}
deleteChild(returnFiber,currentFirstChild),currentFirstChild=currentFirstChild.sibling}
newChild.type===REACT_FRAGMENT_TYPE?(lanes=createFiberFromFragment(newChild.props.children,returnFiber.mode,lanes,newChild.key),coerceRef(lanes,newChild),lanes.return=returnFiber,returnFiber=lanes):(lanes=createFiberFromTypeAndProps(newChild.type,newChild.key,newChild.props,null,returnFiber.mode,lanes),coerceRef(lanes,newChild),lanes.return=returnFiber,returnFiber=lanes)}
return placeSingleChild(returnFiber);
case REACT_PORTAL_TYPE:
a:{
for(key=newChild.key;currentFirstChild!==null;){
if(currentFirstChild.key===key){
if(currentFirstChild.tag===4&&currentFirstChild.stateNode.containerInfo===newChild.containerInfo&&currentFirstChild.stateNode.implementation===newChild.implementation){
deleteRemainingChildren(returnFiber,currentFirstChild.sibling),lanes=useFiber(currentFirstChild,newChild.children||[]),lanes.return=returnFiber,returnFiber=lanes;
break a}
deleteRemainingChildren(returnFiber,currentFirstChild);
break}
deleteChild(returnFiber,currentFirstChild),currentFirstChild=currentFirstChild.sibling}
lanes=createFiberFromPortal(newChild,returnFiber.mode,lanes),lanes.return=returnFiber,returnFiber=lanes}
return placeSingleChild(returnFiber);
case REACT_LAZY_TYPE:
return newChild=resolveLazy(newChild),reconcileChildFibersImpl(returnFiber,currentFirstChild,newChild,lanes)}
if(isArrayImpl(newChild))return reconcileChildrenArray(returnFiber,currentFirstChild,newChild,lanes);
if(getIteratorFn(newChild)){
if(key=getIteratorFn(newChild),typeof key!=`function`)throw Error(formatProdErrorMessage(150));
return newChild=key.call(newChild),reconcileChildrenIterator(returnFiber,currentFirstChild,newChild,lanes)}
if(typeof newChild.then==`function`)return reconcileChildFibersImpl(returnFiber,currentFirstChild,unwrapThenable(newChild),lanes);
if(newChild.$$typeof===REACT_CONTEXT_TYPE)return reconcileChildFibersImpl(returnFiber,currentFirstChild,readContextDuringReconciliation(returnFiber,newChild),lanes);
throwOnInvalidObjectTypeImpl(returnFiber,newChild)}
return typeof newChild==`string`&&newChild!==``||typeof newChild==`number`||typeof newChild==`bigint`?(newChild=``+newChild,currentFirstChild!==null&&currentFirstChild.tag===6?(deleteRemainingChildren(returnFiber,currentFirstChild.sibling),lanes=useFiber(currentFirstChild,newChild),lanes.return=returnFiber,returnFiber=lanes):(deleteRemainingChildren(returnFiber,currentFirstChild),lanes=createFiberFromText(newChild,returnFiber.mode,lanes),lanes.return=returnFiber,returnFiber=lanes),placeSingleChild(returnFiber)):deleteRemainingChildren(returnFiber,currentFirstChild)}
return function(returnFiber,currentFirstChild,newChild,lanes){
try{
thenableIndexCounter$1=0;
var firstChildFiber=reconcileChildFibersImpl(returnFiber,currentFirstChild,newChild,lanes);
return thenableState$1=null,firstChildFiber}catch(x){
if(x===SuspenseException||x===SuspenseActionException)throw x;
var fiber=createFiberImplClass(29,x,null,returnFiber.mode);
return fiber.lanes=lanes,fiber.return=returnFiber,fiber}}}
var reconcileChildFibers=createChildReconciler(!0),mountChildFibers=createChildReconciler(!1),hasForceUpdate=!1;
function initializeUpdateQueue(fiber){
fiber.updateQueue={baseState:fiber.memoizedState,firstBaseUpdate:null,lastBaseUpdate:null,shared:{pending:null,lanes:0,hiddenCallbacks:null},callbacks:null}}
function cloneUpdateQueue(current,workInProgress){
current=current.updateQueue,workInProgress.updateQueue===current&&(workInProgress.updateQueue={baseState:current.baseState,firstBaseUpdate:current.firstBaseUpdate,lastBaseUpdate:current.lastBaseUpdate,shared:current.shared,callbacks:null})}
function createUpdate(lane){
return{lane,tag:0,payload:null,callback:null,next:null}}
function enqueueUpdate(fiber,update,lane){
var updateQueue=fiber.updateQueue;
if(updateQueue===null)return null;
if(updateQueue=updateQueue.shared,executionContext&2){
var pending=updateQueue.pending;
return pending===null?update.next=update:(update.next=pending.next,pending.next=update),updateQueue.pending=update,update=getRootForUpdatedFiber(fiber),markUpdateLaneFromFiberToRoot(fiber,null,lane),update}
return enqueueUpdate$1(fiber,updateQueue,update,lane),getRootForUpdatedFiber(fiber)}
function entangleTransitions(root,fiber,lane){
if(fiber=fiber.updateQueue,fiber!==null&&(fiber=fiber.shared,lane&4194048)){
var queueLanes=fiber.lanes;
queueLanes&=root.pendingLanes,lane|=queueLanes,fiber.lanes=lane,markRootEntangled(root,lane)}}
function enqueueCapturedUpdate(workInProgress,capturedUpdate){
var queue=workInProgress.updateQueue,current=workInProgress.alternate;
if(current!==null&&(current=current.updateQueue,queue===current)){
var newFirst=null,newLast=null;
if(queue=queue.firstBaseUpdate,queue!==null){
do{
var clone={lane:queue.lane,tag:queue.tag,payload:queue.payload,callback:null,next:null};
newLast===null?newFirst=newLast=clone:newLast=newLast.next=clone,queue=queue.next}while(queue!==null);
newLast===null?newFirst=newLast=capturedUpdate:newLast=newLast.next=capturedUpdate}else newFirst=newLast=capturedUpdate;
queue={baseState:current.baseState,firstBaseUpdate:newFirst,lastBaseUpdate:newLast,shared:current.shared,callbacks:current.callbacks},workInProgress.updateQueue=queue}else workInProgress=queue.lastBaseUpdate,workInProgress===null?queue.firstBaseUpdate=capturedUpdate:workInProgress.next=capturedUpdate,queue.lastBaseUpdate=capturedUpdate}
var didReadFromEntangledAsyncAction=!1;
function suspendIfUpdateReadFromEntangledAsyncAction(){
if(didReadFromEntangledAsyncAction){
var entangledActionThenable=currentEntangledActionThenable;
if(entangledActionThenable!==null)throw entangledActionThenable}}
function processUpdateQueue(workInProgress$jscomp$0,props,instance$jscomp$0,renderLanes){
didReadFromEntangledAsyncAction=!1;
var queue=workInProgress$jscomp$0.updateQueue;
hasForceUpdate=!1;
var firstBaseUpdate=queue.firstBaseUpdate,lastBaseUpdate=queue.lastBaseUpdate,pendingQueue=queue.shared.pending;
if(pendingQueue!==null){
queue.shared.pending=null;
var lastPendingUpdate=pendingQueue,firstPendingUpdate=lastPendingUpdate.next;
lastPendingUpdate.next=null,lastBaseUpdate===null?firstBaseUpdate=firstPendingUpdate:lastBaseUpdate.next=firstPendingUpdate,lastBaseUpdate=lastPendingUpdate;
var current=workInProgress$jscomp$0.alternate;
current!==null&&(current=current.updateQueue,pendingQueue=current.lastBaseUpdate,pendingQueue!==lastBaseUpdate&&(pendingQueue===null?current.firstBaseUpdate=firstPendingUpdate:pendingQueue.next=firstPendingUpdate,current.lastBaseUpdate=lastPendingUpdate))}
if(firstBaseUpdate!==null){
var newState=queue.baseState;
lastBaseUpdate=0,current=firstPendingUpdate=lastPendingUpdate=null,pendingQueue=firstBaseUpdate;
do{
var updateLane=pendingQueue.lane&-536870913,isHiddenUpdate=updateLane!==pendingQueue.lane;
if(isHiddenUpdate?(workInProgressRootRenderLanes&updateLane)===updateLane:(renderLanes&updateLane)===updateLane){
updateLane!==0&&updateLane===currentEntangledLane&&(didReadFromEntangledAsyncAction=!0),current!==null&&(current=current.next={lane:0,tag:pendingQueue.tag,payload:pendingQueue.payload,callback:null,next:null});
a:{
var workInProgress=workInProgress$jscomp$0,update=pendingQueue;
updateLane=props;
var instance=instance$jscomp$0;
switch(update.tag){
case 1:
if(workInProgress=update.payload,typeof workInProgress==`function`){
newState=workInProgress.call(instance,newState,updateLane);
break a}
newState=workInProgress;
break a;
case 3:
workInProgress.flags=workInProgress.flags&-65537|128;
case 0:
if(workInProgress=update.payload,updateLane=typeof workInProgress==`function`?workInProgress.call(instance,newState,updateLane):workInProgress,updateLane==null)break a;
newState=assign({},newState,updateLane);
break a;
case 2:
hasForceUpdate=!0}}
updateLane=pendingQueue.callback,updateLane!==null&&(workInProgress$jscomp$0.flags|=64,isHiddenUpdate&&(workInProgress$jscomp$0.flags|=8192),isHiddenUpdate=queue.callbacks,isHiddenUpdate===null?queue.callbacks=[updateLane]:isHiddenUpdate.push(updateLane))}else isHiddenUpdate={lane:updateLane,tag:pendingQueue.tag,payload:pendingQueue.payload,callback:pendingQueue.callback,next:null},current===null?(firstPendingUpdate=current=isHiddenUpdate,lastPendingUpdate=newState):current=current.next=isHiddenUpdate,lastBaseUpdate|=updateLane;
if(pendingQueue=pendingQueue.next,pendingQueue===null){
if(pendingQueue=queue.shared.pending,pendingQueue===null)break;
isHiddenUpdate=pendingQueue,pendingQueue=isHiddenUpdate.next,isHiddenUpdate.next=null,queue.lastBaseUpdate=isHiddenUpdate,queue.shared.pending=null}}while(1);
current===null&&(lastPendingUpdate=newState),queue.baseState=lastPendingUpdate,queue.firstBaseUpdate=firstPendingUpdate,queue.lastBaseUpdate=current,firstBaseUpdate===null&&(queue.shared.lanes=0),workInProgressRootSkippedLanes|=lastBaseUpdate,workInProgress$jscomp$0.lanes=lastBaseUpdate,workInProgress$jscomp$0.memoizedState=newState}}
function callCallback(callback,context){
if(typeof callback!=`function`)throw Error(formatProdErrorMessage(191,callback));
callback.call(context)}
function commitCallbacks(updateQueue,context){
var callbacks=updateQueue.callbacks;
if(callbacks!==null)for(updateQueue.callbacks=null,updateQueue=0;updateQueue<callbacks.length;updateQueue++)callCallback(callbacks[updateQueue],context)}
var currentTreeHiddenStackCursor=createCursor(null),prevEntangledRenderLanesCursor=createCursor(0);
function pushHiddenContext(fiber,context){
fiber=entangledRenderLanes,push(prevEntangledRenderLanesCursor,fiber),push(currentTreeHiddenStackCursor,context),entangledRenderLanes=fiber|context.baseLanes}
function reuseHiddenContextOnStack(){
push(prevEntangledRenderLanesCursor,entangledRenderLanes),push(currentTreeHiddenStackCursor,currentTreeHiddenStackCursor.current)}
function popHiddenContext(){
entangledRenderLanes=prevEntangledRenderLanesCursor.current,pop(currentTreeHiddenStackCursor),pop(prevEntangledRenderLanesCursor)}
var suspenseHandlerStackCursor=createCursor(null),shellBoundary=null;
function pushPrimaryTreeSuspenseHandler(handler){
var current=handler.alternate;
push(suspenseStackCursor,suspenseStackCursor.current&1),push(suspenseHandlerStackCursor,handler),shellBoundary===null&&(current===null||currentTreeHiddenStackCursor.current!==null||current.memoizedState!==null)&&(shellBoundary=handler)}
function pushDehydratedActivitySuspenseHandler(fiber){
push(suspenseStackCursor,suspenseStackCursor.current),push(suspenseHandlerStackCursor,fiber),shellBoundary===null&&(shellBoundary=fiber)}
function pushOffscreenSuspenseHandler(fiber){
fiber.tag===22?(push(suspenseStackCursor,suspenseStackCursor.current),push(suspenseHandlerStackCursor,fiber),shellBoundary===null&&(shellBoundary=fiber)):reuseSuspenseHandlerOnStack()}
function reuseSuspenseHandlerOnStack(){
push(suspenseStackCursor,suspenseStackCursor.current),push(suspenseHandlerStackCursor,suspenseHandlerStackCursor.current)}
function popSuspenseHandler(fiber){
pop(suspenseHandlerStackCursor),shellBoundary===fiber&&(shellBoundary=null),pop(suspenseStackCursor)}
var suspenseStackCursor=createCursor(0);
function pushSuspenseListContext(fiber,newContext){
push(suspenseHandlerStackCursor,suspenseHandlerStackCursor.current),push(suspenseStackCursor,newContext)}
function popSuspenseListContext(fiber){
pop(suspenseStackCursor),pop(suspenseHandlerStackCursor),shellBoundary===fiber&&(shellBoundary=null)}
function findFirstSuspended(row){
for(var node=row;node!==null;){
if(node.tag===13){
var state=node.memoizedState;
if(state!==null&&(state=state.dehydrated,state===null||isSuspenseInstancePending(state)||isSuspenseInstanceFallback(state)))return node}else if(node.tag===19&&node.memoizedProps.revealOrder!==`independent`){
if(node.flags&128)return node}else if(node.child!==null){
node.child.return=node,node=node.child;
continue}
if(node===row)break;
for(;node.sibling===null;){
if(node.return===null||node.return===row)return null;
node=node.return}
node.sibling.return=node.return,node=node.sibling}
return null}
var renderLanes=0,currentlyRenderingFiber=null,currentHook=null,workInProgressHook=null,didScheduleRenderPhaseUpdate=!1,didScheduleRenderPhaseUpdateDuringThisPass=!1,shouldDoubleInvokeUserFnsInHooksDEV=!1,localIdCounter=0,thenableIndexCounter=0,thenableState=null,globalClientIdCounter=0;
function throwInvalidHookError(){
throw Error(formatProdErrorMessage(321))}
function areHookInputsEqual(nextDeps,prevDeps){
if(prevDeps===null)return!1;
for(var i=0;i<prevDeps.length&&i<nextDeps.length;i++)if(!objectIs(nextDeps[i],prevDeps[i]))return!1;
return!0}
function renderWithHooks(current,workInProgress,Component,props,secondArg,nextRenderLanes){
return renderLanes=nextRenderLanes,currentlyRenderingFiber=workInProgress,workInProgress.memoizedState=null,workInProgress.updateQueue=null,workInProgress.lanes=0,ReactSharedInternals.H=current===null||current.memoizedState===null?HooksDispatcherOnMount:HooksDispatcherOnUpdate,shouldDoubleInvokeUserFnsInHooksDEV=!1,nextRenderLanes=Component(props,secondArg),shouldDoubleInvokeUserFnsInHooksDEV=!1,didScheduleRenderPhaseUpdateDuringThisPass&&(nextRenderLanes=renderWithHooksAgain(workInProgress,Component,props,secondArg)),finishRenderingHooks(current),nextRenderLanes}
function finishRenderingHooks(current){
ReactSharedInternals.H=ContextOnlyDispatcher;
var didRenderTooFewHooks=currentHook!==null&&currentHook.next!==null;
if(renderLanes=0,workInProgressHook=currentHook=currentlyRenderingFiber=null,didScheduleRenderPhaseUpdate=!1,thenableIndexCounter=0,thenableState=null,didRenderTooFewHooks)throw Error(formatProdErrorMessage(300));
current===null||didReceiveUpdate||(current=current.dependencies,current!==null&&checkIfContextChanged(current)&&(didReceiveUpdate=!0))}
function renderWithHooksAgain(workInProgress,Component,props,secondArg){
currentlyRenderingFiber=workInProgress;
var numberOfReRenders=0;
do{
if(didScheduleRenderPhaseUpdateDuringThisPass&&(thenableState=null),thenableIndexCounter=0,didScheduleRenderPhaseUpdateDuringThisPass=!1,25<=numberOfReRenders)throw Error(formatProdErrorMessage(301));
if(numberOfReRenders+=1,workInProgressHook=currentHook=null,workInProgress.updateQueue!=null){
var children=workInProgress.updateQueue;
children.lastEffect=null,children.events=null,children.stores=null,children.memoCache!=null&&(children.memoCache.index=0)}
ReactSharedInternals.H=HooksDispatcherOnRerender,children=Component(props,secondArg)}while(didScheduleRenderPhaseUpdateDuringThisPass);
return children}
function TransitionAwareHostComponent(){
var dispatcher=ReactSharedInternals.H,maybeThenable=dispatcher.useState()[0];
return maybeThenable=typeof maybeThenable.then==`function`?useThenable(maybeThenable):maybeThenable,dispatcher=dispatcher.useState()[0],(currentHook===null?null:currentHook.memoizedState)!==dispatcher&&(currentlyRenderingFiber.flags|=1024),maybeThenable}
function checkDidRenderIdHook(){
var didRenderIdHook=localIdCounter!==0;
return localIdCounter=0,didRenderIdHook}
function bailoutHooks(current,workInProgress,lanes){
workInProgress.updateQueue=current.updateQueue,workInProgress.flags&=-2053,current.lanes&=~lanes}
function resetHooksOnUnwind(workInProgress){
if(didScheduleRenderPhaseUpdate){
for(workInProgress=workInProgress.memoizedState;workInProgress!==null;){
var queue=workInProgress.queue;
queue!==null&&(queue.pending=null),workInProgress=workInProgress.next}
didScheduleRenderPhaseUpdate=!1}
renderLanes=0,workInProgressHook=currentHook=currentlyRenderingFiber=null,didScheduleRenderPhaseUpdateDuringThisPass=!1,thenableIndexCounter=localIdCounter=0,thenableState=null}
function mountWorkInProgressHook(){
var hook={memoizedState:null,baseState:null,baseQueue:null,queue:null,next:null};
return workInProgressHook===null?currentlyRenderingFiber.memoizedState=workInProgressHook=hook:workInProgressHook=workInProgressHook.next=hook,workInProgressHook}
function updateWorkInProgressHook(){
if(currentHook===null){
var nextCurrentHook=currentlyRenderingFiber.alternate;
nextCurrentHook=nextCurrentHook===null?null:nextCurrentHook.memoizedState}else nextCurrentHook=currentHook.next;
var nextWorkInProgressHook=workInProgressHook===null?currentlyRenderingFiber.memoizedState:workInProgressHook.next;
if(nextWorkInProgressHook!==null)workInProgressHook=nextWorkInProgressHook,currentHook=nextCurrentHook;else{
if(nextCurrentHook===null)throw currentlyRenderingFiber.alternate===null?Error(formatProdErrorMessage(467)):Error(formatProdErrorMessage(310));
currentHook=nextCurrentHook,nextCurrentHook={memoizedState:currentHook.memoizedState,baseState:currentHook.baseState,baseQueue:currentHook.baseQueue,queue:currentHook.queue,next:null},workInProgressHook===null?currentlyRenderingFiber.memoizedState=workInProgressHook=nextCurrentHook:workInProgressHook=workInProgressHook.next=nextCurrentHook}
return workInProgressHook}
function createFunctionComponentUpdateQueue(){
return{lastEffect:null,events:null,stores:null,memoCache:null}}
function useThenable(thenable){
var index=thenableIndexCounter;
return thenableIndexCounter+=1,thenableState===null&&(thenableState=[]),thenable=trackUsedThenable(thenableState,thenable,index),index=currentlyRenderingFiber,(workInProgressHook===null?index.memoizedState:workInProgressHook.next)===null&&(index=index.alternate,ReactSharedInternals.H=index===null||index.memoizedState===null?HooksDispatcherOnMount:HooksDispatcherOnUpdate),thenable}
function use(usable){
if(typeof usable==`object`&&usable){
if(typeof usable.then==`function`)return useThenable(usable);
if(usable.$$typeof===REACT_RECOVERABLE_TYPE)return;
if(usable.$$typeof===REACT_CONTEXT_TYPE)return readContext(usable)}
throw Error(formatProdErrorMessage(438,String(usable)))}
function useMemoCache(size){
var memoCache=null,updateQueue=currentlyRenderingFiber.updateQueue;
if(updateQueue!==null&&(memoCache=updateQueue.memoCache),memoCache==null){
var current=currentlyRenderingFiber.alternate;
current!==null&&(current=current.updateQueue,current!==null&&(current=current.memoCache,current!=null&&(memoCache={data:current.data.map(function(array){
return array.slice()}),index:0})))}
if(memoCache??={data:[],index:0},updateQueue===null&&(updateQueue=createFunctionComponentUpdateQueue(),currentlyRenderingFiber.updateQueue=updateQueue),updateQueue.memoCache=memoCache,updateQueue=memoCache.data[memoCache.index],updateQueue===void 0)for(updateQueue=memoCache.data[memoCache.index]=Array(size),current=0;current<size;current++)updateQueue[current]=REACT_MEMO_CACHE_SENTINEL;
return memoCache.index++,updateQueue}
function basicStateReducer(state,action){
return typeof action==`function`?action(state):action}
function updateReducer(reducer){
return updateReducerImpl(updateWorkInProgressHook(),currentHook,reducer)}
function updateReducerImpl(hook,current,reducer){
var queue=hook.queue;
if(queue===null)throw Error(formatProdErrorMessage(311));
queue.lastRenderedReducer=reducer;
var baseQueue=hook.baseQueue,pendingQueue=queue.pending;
if(pendingQueue!==null){
if(baseQueue!==null){
var baseFirst=baseQueue.next;
baseQueue.next=pendingQueue.next,pendingQueue.next=baseFirst}
current.baseQueue=baseQueue=pendingQueue,queue.pending=null}
if(pendingQueue=hook.baseState,baseQueue===null)hook.memoizedState=pendingQueue;else{
current=baseQueue.next;
var newBaseQueueFirst=baseFirst=null,newBaseQueueLast=null,update=current,didReadFromEntangledAsyncAction$64=!1;
do{
var updateLane=update.lane&-536870913;
if(updateLane===update.lane?(renderLanes&updateLane)===updateLane:(workInProgressRootRenderLanes&updateLane)===updateLane){
var revertLane=update.revertLane;
if(revertLane===0)newBaseQueueLast!==null&&(newBaseQueueLast=newBaseQueueLast.next={lane:0,revertLane:0,gesture:null,action:update.action,hasEagerState:update.hasEagerState,eagerState:update.eagerState,next:null}),updateLane===currentEntangledLane&&(didReadFromEntangledAsyncAction$64=!0);else if((renderLanes&revertLane)===revertLane){
update=update.next,revertLane===currentEntangledLane&&(didReadFromEntangledAsyncAction$64=!0);
continue}else updateLane={lane:0,revertLane:update.revertLane,gesture:null,action:update.action,hasEagerState:update.hasEagerState,eagerState:update.eagerState,next:null},newBaseQueueLast===null?(newBaseQueueFirst=newBaseQueueLast=updateLane,baseFirst=pendingQueue):newBaseQueueLast=newBaseQueueLast.next=updateLane,currentlyRenderingFiber.lanes|=revertLane,workInProgressRootSkippedLanes|=revertLane;
updateLane=update.action,shouldDoubleInvokeUserFnsInHooksDEV&&reducer(pendingQueue,updateLane),pendingQueue=update.hasEagerState?update.eagerState:reducer(pendingQueue,updateLane)}else revertLane={lane:updateLane,revertLane:update.revertLane,gesture:update.gesture,action:update.action,hasEagerState:update.hasEagerState,eagerState:update.eagerState,next:null},newBaseQueueLast===null?(newBaseQueueFirst=newBaseQueueLast=revertLane,baseFirst=pendingQueue):newBaseQueueLast=newBaseQueueLast.next=revertLane,currentlyRenderingFiber.lanes|=updateLane,workInProgressRootSkippedLanes|=updateLane;
update=update.next}while(update!==null&&update!==current);
if(newBaseQueueLast===null?baseFirst=pendingQueue:newBaseQueueLast.next=newBaseQueueFirst,!objectIs(pendingQueue,hook.memoizedState)&&(didReceiveUpdate=!0,didReadFromEntangledAsyncAction$64&&(reducer=currentEntangledActionThenable,reducer!==null)))throw reducer;
hook.memoizedState=pendingQueue,hook.baseState=baseFirst,hook.baseQueue=newBaseQueueLast,queue.lastRenderedState=pendingQueue}
return baseQueue===null&&(queue.lanes=0),[hook.memoizedState,queue.dispatch]}
function rerenderReducer(reducer){
var hook=updateWorkInProgressHook(),queue=hook.queue;
if(queue===null)throw Error(formatProdErrorMessage(311));
queue.lastRenderedReducer=reducer;
var dispatch=queue.dispatch,lastRenderPhaseUpdate=queue.pending,newState=hook.memoizedState;
if(lastRenderPhaseUpdate!==null){
queue.pending=null;
var update=lastRenderPhaseUpdate=lastRenderPhaseUpdate.next;
do newState=reducer(newState,update.action),update=update.next;while(update!==lastRenderPhaseUpdate);
objectIs(newState,hook.memoizedState)||(didReceiveUpdate=!0),hook.memoizedState=newState,hook.baseQueue===null&&(hook.baseState=newState),queue.lastRenderedState=newState}
return[newState,dispatch]}
function updateSyncExternalStore(subscribe,getSnapshot,getServerSnapshot){
var fiber=currentlyRenderingFiber,hook=updateWorkInProgressHook(),isHydrating$jscomp$0=isHydrating;
if(isHydrating$jscomp$0){
if(getServerSnapshot===void 0)throw Error(formatProdErrorMessage(407));
getServerSnapshot=getServerSnapshot()}else getServerSnapshot=getSnapshot();
var snapshotChanged=!objectIs((currentHook||hook).memoizedState,getServerSnapshot);
if(snapshotChanged&&(hook.memoizedState=getServerSnapshot,didReceiveUpdate=!0),hook=hook.queue,updateEffect(subscribeToStore.bind(null,fiber,hook,subscribe),[subscribe]),subscribe=hook.getSnapshot!==getSnapshot||snapshotChanged||workInProgressHook!==null&&!!(workInProgressHook.memoizedState.tag&1),pushSimpleEffect(subscribe?9:8,{destroy:void 0},updateStoreInstance.bind(null,fiber,hook,getServerSnapshot,getSnapshot),null),subscribe){
if(fiber.flags|=2048,workInProgressRoot===null)throw Error(formatProdErrorMessage(349));
isHydrating$jscomp$0||renderLanes&127||pushStoreConsistencyCheck(fiber,getSnapshot,getServerSnapshot)}
return getServerSnapshot}
function pushStoreConsistencyCheck(fiber,getSnapshot,renderedSnapshot){
fiber.flags|=16384,fiber={getSnapshot,value:renderedSnapshot},getSnapshot=currentlyRenderingFiber.updateQueue,getSnapshot===null?(getSnapshot=createFunctionComponentUpdateQueue(),currentlyRenderingFiber.updateQueue=getSnapshot,getSnapshot.stores=[fiber]):(renderedSnapshot=getSnapshot.stores,renderedSnapshot===null?getSnapshot.stores=[fiber]:renderedSnapshot.push(fiber))}
function updateStoreInstance(fiber,inst,nextSnapshot,getSnapshot){
inst.value=nextSnapshot,inst.getSnapshot=getSnapshot,checkIfSnapshotChanged(inst)&&forceStoreRerender(fiber)}
function subscribeToStore(fiber,inst,subscribe){
return subscribe(function(){
checkIfSnapshotChanged(inst)&&forceStoreRerender(fiber)})}
function checkIfSnapshotChanged(inst){
var latestGetSnapshot=inst.getSnapshot;
inst=inst.value;
try{
var nextValue=latestGetSnapshot();
return!objectIs(inst,nextValue)}catch{
return!0}}
function forceStoreRerender(fiber){
var root=enqueueConcurrentRenderForLane(fiber,2);
root!==null&&scheduleUpdateOnFiber(root,fiber,2)}
function mountStateImpl(initialState){
var hook=mountWorkInProgressHook();
if(typeof initialState==`function`){
var initialStateInitializer=initialState;
if(initialState=initialStateInitializer(),shouldDoubleInvokeUserFnsInHooksDEV){
setIsStrictModeForDevtools(!0);
try{
initialStateInitializer()}finally{
setIsStrictModeForDevtools(!1)}}}
return hook.memoizedState=hook.baseState=initialState,hook.queue={pending:null,lanes:0,dispatch:null,lastRenderedReducer:basicStateReducer,lastRenderedState:initialState},hook}
function updateOptimisticImpl(hook,current,passthrough,reducer){
return hook.baseState=passthrough,updateReducerImpl(hook,currentHook,typeof reducer==`function`?reducer:basicStateReducer)}
function dispatchActionState(fiber,actionQueue,setPendingState,setState,payload){
if(isRenderPhaseUpdate(fiber))throw Error(formatProdErrorMessage(485));
if(fiber=actionQueue.action,fiber!==null){
var actionNode={payload,action:fiber,next:null,isTransition:!0,status:`pending`,value:null,reason:null,listeners:[],then:function(listener){
actionNode.listeners.push(listener)}};
ReactSharedInternals.T===null?actionNode.isTransition=!1:setPendingState(!0),setState(actionNode),setPendingState=actionQueue.pending,setPendingState===null?(actionNode.next=actionQueue.pending=actionNode,runActionStateAction(actionQueue,actionNode)):(actionNode.next=setPendingState.next,actionQueue.pending=setPendingState.next=actionNode)}}
function runActionStateAction(actionQueue,node){
var action=node.action,payload=node.payload,prevState=actionQueue.state;
if(node.isTransition){
var prevTransition=ReactSharedInternals.T,currentTransition={};
currentTransition.types=prevTransition===null?null:prevTransition.types,ReactSharedInternals.T=currentTransition;
try{
var returnValue=action(prevState,payload),onStartTransitionFinish=ReactSharedInternals.S;
onStartTransitionFinish!==null&&onStartTransitionFinish(currentTransition,returnValue),handleActionReturnValue(actionQueue,node,returnValue)}catch(error){
onActionError(actionQueue,node,error)}finally{
prevTransition!==null&&currentTransition.types!==null&&(prevTransition.types=currentTransition.types),ReactSharedInternals.T=prevTransition}}else try{
prevTransition=action(prevState,payload),handleActionReturnValue(actionQueue,node,prevTransition)}catch(error$70){
onActionError(actionQueue,node,error$70)}}
function handleActionReturnValue(actionQueue,node,returnValue){
typeof returnValue==`object`&&returnValue&&typeof returnValue.then==`function`?returnValue.then(function(nextState){
onActionSuccess(actionQueue,node,nextState)},function(error){
return onActionError(actionQueue,node,error)}):onActionSuccess(actionQueue,node,returnValue)}
function onActionSuccess(actionQueue,actionNode,nextState){
actionNode.status=`fulfilled`,actionNode.value=nextState,notifyActionListeners(actionNode),actionQueue.state=nextState,actionNode=actionQueue.pending,actionNode!==null&&(nextState=actionNode.next,nextState===actionNode?actionQueue.pending=null:(nextState=nextState.next,actionNode.next=nextState,runActionStateAction(actionQueue,nextState)))}
function onActionError(actionQueue,actionNode,error){
var last=actionQueue.pending;
if(actionQueue.pending=null,last!==null){
last=last.next;
do actionNode.status=`rejected`,actionNode.reason=error,notifyActionListeners(actionNode),actionNode=actionNode.next;while(actionNode!==last)}
actionQueue.action=null}
function notifyActionListeners(actionNode){
actionNode=actionNode.listeners;
for(var i=0;i<actionNode.length;i++)(0,actionNode[i])()}
function actionStateReducer(oldState,newState){
return newState}
function mountActionState(action,initialStateProp){
if(isHydrating){
var ssrFormState=workInProgressRoot.formState;
if(ssrFormState!==null){
a:{
var JSCompiler_inline_result=currentlyRenderingFiber;
if(isHydrating){
if(nextHydratableInstance){
b:{
for(var JSCompiler_inline_result$jscomp$0=nextHydratableInstance,inRootOrSingleton=rootOrSingletonContext;JSCompiler_inline_result$jscomp$0.nodeType!==8;)if(!inRootOrSingleton||(JSCompiler_inline_result$jscomp$0=getNextHydratable(JSCompiler_inline_result$jscomp$0.nextSibling),JSCompiler_inline_result$jscomp$0===null)){
JSCompiler_inline_result$jscomp$0=null;
break b}
inRootOrSingleton=JSCompiler_inline_result$jscomp$0.data,JSCompiler_inline_result$jscomp$0=inRootOrSingleton===`F!`||inRootOrSingleton===`F`?JSCompiler_inline_result$jscomp$0:null}
if(JSCompiler_inline_result$jscomp$0){
nextHydratableInstance=getNextHydratable(JSCompiler_inline_result$jscomp$0.nextSibling),JSCompiler_inline_result=JSCompiler_inline_result$jscomp$0.data===`F!`;
break a}}
throwOnHydrationMismatch(JSCompiler_inline_result)}
JSCompiler_inline_result=!1}
JSCompiler_inline_result&&(initialStateProp=ssrFormState[0])}}
return ssrFormState=mountWorkInProgressHook(),ssrFormState.memoizedState=ssrFormState.baseState=initialStateProp,JSCompiler_inline_result={pending:null,lanes:0,dispatch:null,lastRenderedReducer:actionStateReducer,lastRenderedState:initialStateProp},ssrFormState.queue=JSCompiler_inline_result,ssrFormState=dispatchSetState.bind(null,currentlyRenderingFiber,JSCompiler_inline_result),JSCompiler_inline_result.dispatch=ssrFormState,JSCompiler_inline_result=mountStateImpl(!1),inRootOrSingleton=dispatchOptimisticSetState.bind(null,currentlyRenderingFiber,!1,JSCompiler_inline_result.queue),JSCompiler_inline_result=mountWorkInProgressHook(),JSCompiler_inline_result$jscomp$0={state:initialStateProp,dispatch:null,action,pending:null},JSCompiler_inline_result.queue=JSCompiler_inline_result$jscomp$0,ssrFormState=dispatchActionState.bind(null,currentlyRenderingFiber,JSCompiler_inline_result$jscomp$0,inRootOrSingleton,ssrFormState),JSCompiler_inline_result$jscomp$0.dispatch=ssrFormState,JSCompiler_inline_result.memoizedState=action,[initialStateProp,ssrFormState,!1]}
function updateActionState(action){
return updateActionStateImpl(updateWorkInProgressHook(),currentHook,action)}
function updateActionStateImpl(stateHook,currentStateHook,action){
if(currentStateHook=updateReducerImpl(stateHook,currentStateHook,actionStateReducer)[0],stateHook=updateReducer(basicStateReducer)[0],typeof currentStateHook==`object`&&currentStateHook&&typeof currentStateHook.then==`function`)try{
var state=useThenable(currentStateHook)}catch(x){
throw x===SuspenseException?SuspenseActionException:x}else state=currentStateHook;
currentStateHook=updateWorkInProgressHook();
var actionQueue=currentStateHook.queue,dispatch=actionQueue.dispatch;
return action!==currentStateHook.memoizedState&&(currentlyRenderingFiber.flags|=2048,pushSimpleEffect(9,{destroy:void 0},actionStateActionEffect.bind(null,actionQueue,action),null)),[state,dispatch,stateHook]}
function actionStateActionEffect(actionQueue,action){
actionQueue.action=action}
function rerenderActionState(action){
var stateHook=updateWorkInProgressHook(),currentStateHook=currentHook;
if(currentStateHook!==null)return updateActionStateImpl(stateHook,currentStateHook,action);
updateWorkInProgressHook(),stateHook=stateHook.memoizedState,currentStateHook=updateWorkInProgressHook();
var dispatch=currentStateHook.queue.dispatch;
return currentStateHook.memoizedState=action,[stateHook,dispatch,!1]}
function pushSimpleEffect(tag,inst,create,deps){
return tag={tag,create,deps,inst,next:null},inst=currentlyRenderingFiber.updateQueue,inst===null&&(inst=createFunctionComponentUpdateQueue(),currentlyRenderingFiber.updateQueue=inst),create=inst.lastEffect,create===null?inst.lastEffect=tag.next=tag:(deps=create.next,create.next=tag,tag.next=deps,inst.lastEffect=tag),tag}
function updateRef(){
return updateWorkInProgressHook().memoizedState}
function mountEffectImpl(fiberFlags,hookFlags,create,deps){
var hook=mountWorkInProgressHook();
currentlyRenderingFiber.flags|=fiberFlags,hook.memoizedState=pushSimpleEffect(1|hookFlags,{destroy:void 0},create,deps===void 0?null:deps)}
function updateEffectImpl(fiberFlags,hookFlags,create,deps){
var hook=updateWorkInProgressHook();
deps=deps===void 0?null:deps;
var inst=hook.memoizedState.inst;
currentHook!==null&&deps!==null&&areHookInputsEqual(deps,currentHook.memoizedState.deps)?hook.memoizedState=pushSimpleEffect(hookFlags,inst,create,deps):(currentlyRenderingFiber.flags|=fiberFlags,hook.memoizedState=pushSimpleEffect(1|hookFlags,inst,create,deps))}
function mountEffect(create,deps){
mountEffectImpl(8390656,8,create,deps)}
function updateEffect(create,deps){
updateEffectImpl(2048,8,create,deps)}
function useEffectEventImpl(payload){
currentlyRenderingFiber.flags|=4;
var componentUpdateQueue=currentlyRenderingFiber.updateQueue;
if(componentUpdateQueue===null)componentUpdateQueue=createFunctionComponentUpdateQueue(),currentlyRenderingFiber.updateQueue=componentUpdateQueue,componentUpdateQueue.events=[payload];else{
var events=componentUpdateQueue.events;
events===null?componentUpdateQueue.events=[payload]:events.push(payload)}}
function updateEvent(callback){
var ref=updateWorkInProgressHook().memoizedState;
return useEffectEventImpl({ref,nextImpl:callback}),function(){
if(executionContext&2)throw Error(formatProdErrorMessage(440));
return ref.impl.apply(void 0,arguments)}}
function updateInsertionEffect(create,deps){
return updateEffectImpl(4,2,create,deps)}
function updateLayoutEffect(create,deps){
return updateEffectImpl(4,4,create,deps)}
function imperativeHandleEffect(create,ref){
if(typeof ref==`function`){
create=create();
var refCleanup=ref(create);
return function(){
typeof refCleanup==`function`?refCleanup():ref(null)}}
if(ref!=null)return create=create(),ref.current=create,function(){
ref.current=null}}
function updateImperativeHandle(ref,create,deps){
deps=deps==null?null:deps.concat([ref]),updateEffectImpl(4,4,imperativeHandleEffect.bind(null,create,ref),deps)}
function mountDebugValue(){}
function updateCallback(callback,deps){
var hook=updateWorkInProgressHook();
deps=deps===void 0?null:deps;
var prevState=hook.memoizedState;
return deps!==null&&areHookInputsEqual(deps,prevState[1])?prevState[0]:(hook.memoizedState=[callback,deps],callback)}
function updateMemo(nextCreate,deps){
var hook=updateWorkInProgressHook();
deps=deps===void 0?null:deps;
var prevState=hook.memoizedState;
if(deps!==null&&areHookInputsEqual(deps,prevState[1]))return prevState[0];
if(prevState=nextCreate(),shouldDoubleInvokeUserFnsInHooksDEV){
setIsStrictModeForDevtools(!0);
try{
nextCreate()}finally{
setIsStrictModeForDevtools(!1)}}
return hook.memoizedState=[prevState,deps],prevState}
function mountDeferredValueImpl(hook,value,initialValue){
return initialValue===void 0||renderLanes&1073741824&&!(workInProgressRootRenderLanes&261930)?hook.memoizedState=value:(hook.memoizedState=initialValue,hook=requestDeferredLane(),currentlyRenderingFiber.lanes|=hook,workInProgressRootSkippedLanes|=hook,initialValue)}
function updateDeferredValueImpl(hook,prevValue,value,initialValue){
return objectIs(value,prevValue)?value:currentTreeHiddenStackCursor.current===null?!(renderLanes&106)||renderLanes&1073741824&&!(workInProgressRootRenderLanes&261930)?(didReceiveUpdate=!0,hook.memoizedState=value):(hook=requestDeferredLane(),currentlyRenderingFiber.lanes|=hook,workInProgressRootSkippedLanes|=hook,prevValue):(hook=mountDeferredValueImpl(hook,value,initialValue),objectIs(hook,prevValue)||(didReceiveUpdate=!0),hook)}
function startTransition(fiber,queue,pendingState,finishedState,callback){
var previousPriority=ReactDOMSharedInternals.p;
ReactDOMSharedInternals.p=previousPriority!==0&&8>previousPriority?previousPriority:8;
var prevTransition=ReactSharedInternals.T,currentTransition={};
currentTransition.types=prevTransition===null?null:prevTransition.types,ReactSharedInternals.T=currentTransition,dispatchOptimisticSetState(fiber,!1,queue,pendingState);
try{
var returnValue=callback(),onStartTransitionFinish=ReactSharedInternals.S;
onStartTransitionFinish!==null&&onStartTransitionFinish(currentTransition,returnValue),typeof returnValue==`object`&&returnValue&&typeof returnValue.then==`function`?dispatchSetStateInternal(fiber,queue,chainThenableValue(returnValue,finishedState),requestUpdateLane(fiber)):dispatchSetStateInternal(fiber,queue,finishedState,requestUpdateLane(fiber))}catch(error){
dispatchSetStateInternal(fiber,queue,{then:function(){},status:`rejected`,reason:error},requestUpdateLane())}finally{
ReactDOMSharedInternals.p=previousPriority,prevTransition!==null&&currentTransition.types!==null&&(prevTransition.types=currentTransition.types),ReactSharedInternals.T=prevTransition}}
function noop(){}
function startHostTransition(formFiber,pendingState,action,formData){
if(formFiber.tag!==5)throw Error(formatProdErrorMessage(476));
var queue=ensureFormComponentIsStateful(formFiber).queue;
startTransition(formFiber,queue,pendingState,sharedNotPendingObject,action===null?noop:function(){
return requestFormReset$1(formFiber),action(formData)})}
function ensureFormComponentIsStateful(formFiber){
var existingStateHook=formFiber.memoizedState;
if(existingStateHook!==null)return existingStateHook;
existingStateHook={memoizedState:sharedNotPendingObject,baseState:sharedNotPendingObject,baseQueue:null,queue:{pending:null,lanes:0,dispatch:null,lastRenderedReducer:basicStateReducer,lastRenderedState:sharedNotPendingObject},next:null};
var initialResetState={};
return existingStateHook.next={memoizedState:initialResetState,baseState:initialResetState,baseQueue:null,queue:{pending:null,lanes:0,dispatch:null,lastRenderedReducer:basicStateReducer,lastRenderedState:initialResetState},next:null},formFiber.memoizedState=existingStateHook,formFiber=formFiber.alternate,formFiber!==null&&(formFiber.memoizedState=existingStateHook),existingStateHook}
function requestFormReset$1(formFiber){
var stateHook=ensureFormComponentIsStateful(formFiber);
stateHook.next===null&&(stateHook=formFiber.alternate.memoizedState),dispatchSetStateInternal(formFiber,stateHook.next.queue,{},requestUpdateLane())}
function useHostTransitionStatus(){
return readContext(HostTransitionContext)}
function updateId(){
return updateWorkInProgressHook().memoizedState}
function updateRefresh(){
return updateWorkInProgressHook().memoizedState}
function refreshCache(fiber){
for(var provider=fiber.return;provider!==null;){
switch(provider.tag){
case 24:
case 3:
var lane=requestUpdateLane();
fiber=createUpdate(lane);
var root$73=enqueueUpdate(provider,fiber,lane);
root$73!==null&&(scheduleUpdateOnFiber(root$73,provider,lane),entangleTransitions(root$73,provider,lane)),provider={cache:createCache()},fiber.payload=provider;
return}
provider=provider.return}}
function dispatchReducerAction(fiber,queue,action){
var lane=requestUpdateLane();
action={lane,revertLane:0,gesture:null,action,hasEagerState:!1,eagerState:null,next:null},isRenderPhaseUpdate(fiber)?enqueueRenderPhaseUpdate(queue,action):(action=enqueueConcurrentHookUpdate(fiber,queue,action,lane),action!==null&&(scheduleUpdateOnFiber(action,fiber,lane),entangleTransitionUpdate(action,queue,lane)))}
function dispatchSetState(fiber,queue,action){
dispatchSetStateInternal(fiber,queue,action,requestUpdateLane())}
function dispatchSetStateInternal(fiber,queue,action,lane){
var update={lane,revertLane:0,gesture:null,action,hasEagerState:!1,eagerState:null,next:null};
if(isRenderPhaseUpdate(fiber))enqueueRenderPhaseUpdate(queue,update);else{
var alternate=fiber.alternate;
if(fiber.lanes===0&&(alternate===null||alternate.lanes===0)&&(alternate=queue.lastRenderedReducer,alternate!==null))try{
var currentState=queue.lastRenderedState,eagerState=alternate(currentState,action);
if(update.hasEagerState=!0,update.eagerState=eagerState,objectIs(eagerState,currentState))return enqueueUpdate$1(fiber,queue,update,0),workInProgressRoot===null&&finishQueueingConcurrentUpdates(),!1}catch{}
if(action=enqueueConcurrentHookUpdate(fiber,queue,update,lane),action!==null)return scheduleUpdateOnFiber(action,fiber,lane),entangleTransitionUpdate(action,queue,lane),!0}
return!1}
function dispatchOptimisticSetState(fiber,throwIfDuringRender,queue,action){
if(action={lane:2,revertLane:requestTransitionLane(),gesture:null,action,hasEagerState:!1,eagerState:null,next:null},isRenderPhaseUpdate(fiber)){
if(throwIfDuringRender)throw Error(formatProdErrorMessage(479))}else throwIfDuringRender=enqueueConcurrentHookUpdate(fiber,queue,action,2),throwIfDuringRender!==null&&scheduleUpdateOnFiber(throwIfDuringRender,fiber,2)}
function isRenderPhaseUpdate(fiber){
var alternate=fiber.alternate;
return fiber===currentlyRenderingFiber||alternate!==null&&alternate===currentlyRenderingFiber}
function enqueueRenderPhaseUpdate(queue,update){
didScheduleRenderPhaseUpdateDuringThisPass=didScheduleRenderPhaseUpdate=!0;
var pending=queue.pending;
pending===null?update.next=update:(update.next=pending.next,pending.next=update),queue.pending=update}
function entangleTransitionUpdate(root,queue,lane){
if(lane&4194048){
var queueLanes=queue.lanes;
queueLanes&=root.pendingLanes,lane|=queueLanes,queue.lanes=lane,markRootEntangled(root,lane)}}
var ContextOnlyDispatcher={readContext,use,useCallback:throwInvalidHookError,useContext:throwInvalidHookError,useEffect:throwInvalidHookError,useImperativeHandle:throwInvalidHookError,useLayoutEffect:throwInvalidHookError,useInsertionEffect:throwInvalidHookError,useMemo:throwInvalidHookError,useReducer:throwInvalidHookError,useRef:throwInvalidHookError,useState:throwInvalidHookError,useDebugValue:throwInvalidHookError,useDeferredValue:throwInvalidHookError,useTransition:throwInvalidHookError,useSyncExternalStore:throwInvalidHookError,useId:throwInvalidHookError,useHostTransitionStatus:throwInvalidHookError,useFormState:throwInvalidHookError,useActionState:throwInvalidHookError,useOptimistic:throwInvalidHookError,useMemoCache:throwInvalidHookError,useCacheRefresh:throwInvalidHookError,useEffectEvent:throwInvalidHookError},HooksDispatcherOnMount={readContext,use,useCallback:function(callback,deps){
return mountWorkInProgressHook().memoizedState=[callback,deps===void 0?null:deps],callback},useContext:readContext,useEffect:mountEffect,useImperativeHandle:function(ref,create,deps){
deps=deps==null?null:deps.concat([ref]),mountEffectImpl(4194308,4,imperativeHandleEffect.bind(null,create,ref),deps)},useLayoutEffect:function(create,deps){
return mountEffectImpl(4194308,4,create,deps)},useInsertionEffect:function(create,deps){
mountEffectImpl(4,2,create,deps)},useMemo:function(nextCreate,deps){
var hook=mountWorkInProgressHook();
deps=deps===void 0?null:deps;
var nextValue=nextCreate();
if(shouldDoubleInvokeUserFnsInHooksDEV){
setIsStrictModeForDevtools(!0);
try{
nextCreate()}finally{
setIsStrictModeForDevtools(!1)}}
return hook.memoizedState=[nextValue,deps],nextValue},useReducer:function(reducer,initialArg,init){
var hook=mountWorkInProgressHook();
if(init!==void 0){
var initialState=init(initialArg);
if(shouldDoubleInvokeUserFnsInHooksDEV){
setIsStrictModeForDevtools(!0);
try{
init(initialArg)}finally{
setIsStrictModeForDevtools(!1)}}}else initialState=initialArg;
return hook.memoizedState=hook.baseState=initialState,reducer={pending:null,lanes:0,dispatch:null,lastRenderedReducer:reducer,lastRenderedState:initialState},hook.queue=reducer,reducer=reducer.dispatch=dispatchReducerAction.bind(null,currentlyRenderingFiber,reducer),[hook.memoizedState,reducer]},useRef:function(initialValue){
var hook=mountWorkInProgressHook();
return initialValue={current:initialValue},hook.memoizedState=initialValue},useState:function(initialState){
initialState=mountStateImpl(initialState);
var queue=initialState.queue,dispatch=dispatchSetState.bind(null,currentlyRenderingFiber,queue);
return queue.dispatch=dispatch,[initialState.memoizedState,dispatch]},useDebugValue:mountDebugValue,useDeferredValue:function(value,initialValue){
return mountDeferredValueImpl(mountWorkInProgressHook(),value,initialValue)},useTransition:function(){
var stateHook=mountStateImpl(!1);
return stateHook=startTransition.bind(null,currentlyRenderingFiber,stateHook.queue,!0,!1),mountWorkInProgressHook().memoizedState=stateHook,[!1,stateHook]},useSyncExternalStore:function(subscribe,getSnapshot,getServerSnapshot){
var fiber=currentlyRenderingFiber,hook=mountWorkInProgressHook();
if(isHydrating){
if(getServerSnapshot===void 0)throw Error(formatProdErrorMessage(407));
getServerSnapshot=getServerSnapshot()}else{
if(getServerSnapshot=getSnapshot(),workInProgressRoot===null)throw Error(formatProdErrorMessage(349));
workInProgressRootRenderLanes&127||pushStoreConsistencyCheck(fiber,getSnapshot,getServerSnapshot)}
hook.memoizedState=getServerSnapshot;
var inst={value:getServerSnapshot,getSnapshot};
return hook.queue=inst,mountEffect(subscribeToStore.bind(null,fiber,inst,subscribe),[subscribe]),fiber.flags|=2048,pushSimpleEffect(9,{destroy:void 0},updateStoreInstance.bind(null,fiber,inst,getServerSnapshot,getSnapshot),null),getServerSnapshot},useId:function(){
var hook=mountWorkInProgressHook(),identifierPrefix=workInProgressRoot.identifierPrefix;
if(isHydrating){
var JSCompiler_inline_result=treeContextOverflow,idWithLeadingBit=treeContextId;
JSCompiler_inline_result=(idWithLeadingBit&~(1<<32-clz32(idWithLeadingBit)-1)).toString(32)+JSCompiler_inline_result,identifierPrefix=`_`+identifierPrefix+`R_`+JSCompiler_inline_result,JSCompiler_inline_result=localIdCounter++,0<JSCompiler_inline_result&&(identifierPrefix+=`H`+JSCompiler_inline_result.toString(32)),identifierPrefix+=`_`}else JSCompiler_inline_result=globalClientIdCounter++,identifierPrefix=`_`+identifierPrefix+`r_`+JSCompiler_inline_result.toString(32)+`_`;
return hook.memoizedState=identifierPrefix},useHostTransitionStatus,useFormState:mountActionState,useActionState:mountActionState,useOptimistic:function(passthrough){
var hook=mountWorkInProgressHook();
hook.memoizedState=hook.baseState=passthrough;
var queue={pending:null,lanes:0,dispatch:null,lastRenderedReducer:null,lastRenderedState:null};
return hook.queue=queue,hook=dispatchOptimisticSetState.bind(null,currentlyRenderingFiber,!0,queue),queue.dispatch=hook,[passthrough,hook]},useMemoCache,useCacheRefresh:function(){
return mountWorkInProgressHook().memoizedState=refreshCache.bind(null,currentlyRenderingFiber)},useEffectEvent:function(callback){
var hook=mountWorkInProgressHook(),ref={impl:callback};
return hook.memoizedState=ref,function(){
if(executionContext&2)throw Error(formatProdErrorMessage(440));
return ref.impl.apply(void 0,arguments)}}},HooksDispatcherOnUpdate={readContext,use,useCallback:updateCallback,useContext:readContext,useEffect:updateEffect,useImperativeHandle:updateImperativeHandle,useInsertionEffect:updateInsertionEffect,useLayoutEffect:updateLayoutEffect,useMemo:updateMemo,useReducer:updateReducer,useRef:updateRef,useState:function(){
return updateReducer(basicStateReducer)},useDebugValue:mountDebugValue,useDeferredValue:function(value,initialValue){
return updateDeferredValueImpl(updateWorkInProgressHook(),currentHook.memoizedState,value,initialValue)},useTransition:function(){
var booleanOrThenable=updateReducer(basicStateReducer)[0],start=updateWorkInProgressHook().memoizedState;
return[typeof booleanOrThenable==`boolean`?booleanOrThenable:useThenable(booleanOrThenable),start]},useSyncExternalStore:updateSyncExternalStore,useId:updateId,useHostTransitionStatus,useFormState:updateActionState,useActionState:updateActionState,useOptimistic:function(passthrough,reducer){
return updateOptimisticImpl(updateWorkInProgressHook(),currentHook,passthrough,reducer)},useMemoCache,useCacheRefresh:updateRefresh,useEffectEvent:updateEvent},HooksDispatcherOnRerender={readContext,use,useCallback:updateCallback,useContext:readContext,useEffect:updateEffect,useImperativeHandle:updateImperativeHandle,useInsertionEffect:updateInsertionEffect,useLayoutEffect:updateLayoutEffect,useMemo:updateMemo,useReducer:rerenderReducer,useRef:updateRef,useState:function(){
return rerenderReducer(basicStateReducer)},useDebugValue:mountDebugValue,useDeferredValue:function(value,initialValue){
var hook=updateWorkInProgressHook();
return currentHook===null?mountDeferredValueImpl(hook,value,initialValue):updateDeferredValueImpl(hook,currentHook.memoizedState,value,initialValue)},useTransition:function(){
var booleanOrThenable=rerenderReducer(basicStateReducer)[0],start=updateWorkInProgressHook().memoizedState;
return[typeof booleanOrThenable==`boolean`?booleanOrThenable:useThenable(booleanOrThenable),start]},useSyncExternalStore:updateSyncExternalStore,useId:updateId,useHostTransitionStatus,useFormState:rerenderActionState,useActionState:rerenderActionState,useOptimistic:function(passthrough,reducer){
var hook=updateWorkInProgressHook();
return currentHook===null?(hook.baseState=passthrough,[passthrough,hook.queue.dispatch]):updateOptimisticImpl(hook,currentHook,passthrough,reducer)},useMemoCache,useCacheRefresh:updateRefresh,useEffectEvent:updateEvent};
function applyDerivedStateFromProps(workInProgress,ctor,getDerivedStateFromProps,nextProps){
ctor=workInProgress.memoizedState,getDerivedStateFromProps=getDerivedStateFromProps(nextProps,ctor),getDerivedStateFromProps=getDerivedStateFromProps==null?ctor:assign({},ctor,getDerivedStateFromProps),workInProgress.memoizedState=getDerivedStateFromProps,workInProgress.lanes===0&&(workInProgress.updateQueue.baseState=getDerivedStateFromProps)}
var classComponentUpdater={enqueueSetState:function(inst,payload,callback){
inst=inst._reactInternals;
var lane=requestUpdateLane(),update=createUpdate(lane);
update.payload=payload,callback!=null&&(update.callback=callback),payload=enqueueUpdate(inst,update,lane),payload!==null&&(scheduleUpdateOnFiber(payload,inst,lane),entangleTransitions(payload,inst,lane))},enqueueReplaceState:function(inst,payload,callback){
inst=inst._reactInternals;
var lane=requestUpdateLane(),update=createUpdate(lane);
update.tag=1,update.payload=payload,callback!=null&&(update.callback=callback),payload=enqueueUpdate(inst,update,lane),payload!==null&&(scheduleUpdateOnFiber(payload,inst,lane),entangleTransitions(payload,inst,lane))},enqueueForceUpdate:function(inst,callback){
inst=inst._reactInternals;
var lane=requestUpdateLane(),update=createUpdate(lane);
update.tag=2,callback!=null&&(update.callback=callback),callback=enqueueUpdate(inst,update,lane),callback!==null&&(scheduleUpdateOnFiber(callback,inst,lane),entangleTransitions(callback,inst,lane))}};
function checkShouldComponentUpdate(workInProgress,ctor,oldProps,newProps,oldState,newState,nextContext){
return workInProgress=workInProgress.stateNode,typeof workInProgress.shouldComponentUpdate==`function`?workInProgress.shouldComponentUpdate(newProps,newState,nextContext):ctor.prototype&&ctor.prototype.isPureReactComponent?!shallowEqual(oldProps,newProps)||!shallowEqual(oldState,newState):!0}
function callComponentWillReceiveProps(workInProgress,instance,newProps,nextContext){
workInProgress=instance.state,typeof instance.componentWillReceiveProps==`function`&&instance.componentWillReceiveProps(newProps,nextContext),typeof instance.UNSAFE_componentWillReceiveProps==`function`&&instance.UNSAFE_componentWillReceiveProps(newProps,nextContext),instance.state!==workInProgress&&classComponentUpdater.enqueueReplaceState(instance,instance.state,null)}
function resolveClassComponentProps(Component,baseProps){
var newProps=baseProps;
if(`ref`in baseProps)for(var propName in newProps={},baseProps)propName!==`ref`&&(newProps[propName]=baseProps[propName]);
if(Component=Component.defaultProps)for(var propName$77 in newProps===baseProps&&(newProps=assign({},newProps)),Component)newProps[propName$77]===void 0&&(newProps[propName$77]=Component[propName$77]);
return newProps}
function defaultOnUncaughtError(error){
reportGlobalError(error)}
function defaultOnCaughtError(error){
console.error(error)}
function defaultOnRecoverableError(error){
reportGlobalError(error)}
function logUncaughtError(root,errorInfo){
try{
var onUncaughtError=root.onUncaughtError;
onUncaughtError(errorInfo.value,{componentStack:errorInfo.stack})}catch(e$78){
setTimeout(function(){
throw e$78})}}
function logCaughtError(root,boundary,errorInfo){
try{
var onCaughtError=root.onCaughtError;
onCaughtError(errorInfo.value,{componentStack:errorInfo.stack,errorBoundary:boundary.tag===1?boundary.stateNode:null})}catch(e$79){
setTimeout(function(){
throw e$79})}}
function createRootErrorUpdate(root,errorInfo,lane){
return lane=createUpdate(lane),lane.tag=3,lane.payload={element:null},lane.callback=function(){
logUncaughtError(root,errorInfo)},lane}
function createClassErrorUpdate(lane){
return lane=createUpdate(lane),lane.tag=3,lane}
function initializeClassErrorUpdate(update,root,fiber,errorInfo){
var getDerivedStateFromError=fiber.type.getDerivedStateFromError;
if(typeof getDerivedStateFromError==`function`){
var error=errorInfo.value;
update.payload=function(){
return getDerivedStateFromError(error)},update.callback=function(){
logCaughtError(root,fiber,errorInfo)}}
var inst=fiber.stateNode;
inst!==null&&typeof inst.componentDidCatch==`function`&&(update.callback=function(){
logCaughtError(root,fiber,errorInfo),typeof getDerivedStateFromError!=`function`&&(legacyErrorBoundariesThatAlreadyFailed===null?legacyErrorBoundariesThatAlreadyFailed=new Set([this]):legacyErrorBoundariesThatAlreadyFailed.add(this));
var stack=errorInfo.stack;
this.componentDidCatch(errorInfo.value,{componentStack:stack===null?``:stack})})}
function throwException(root,returnFiber,sourceFiber,value,rootRenderLanes){
if(sourceFiber.flags|=32768,typeof value==`object`&&value&&typeof value.then==`function`){
if(returnFiber=sourceFiber.alternate,returnFiber!==null&&propagateParentContextChanges(returnFiber,sourceFiber,rootRenderLanes,!0),sourceFiber=suspenseHandlerStackCursor.current,sourceFiber!==null){
switch(sourceFiber.tag){
case 31:
case 13:
case 19:
return shellBoundary===null?renderDidSuspendDelayIfPossible():sourceFiber.alternate===null&&workInProgressRootExitStatus===0&&(workInProgressRootExitStatus=3),sourceFiber.flags&=-257,sourceFiber.flags|=65536,sourceFiber.lanes=rootRenderLanes,value===noopSuspenseyCommitThenable?sourceFiber.flags|=16384:(returnFiber=sourceFiber.updateQueue,returnFiber===null?sourceFiber.updateQueue=new Set([value]):returnFiber.add(value),attachPingListener(root,value,rootRenderLanes)),!1;
case 22:
return sourceFiber.flags|=65536,value===noopSuspenseyCommitThenable?sourceFiber.flags|=16384:(returnFiber=sourceFiber.updateQueue,returnFiber===null?(returnFiber={transitions:null,markerInstances:null,retryQueue:new Set([value])},sourceFiber.updateQueue=returnFiber):(sourceFiber=returnFiber.retryQueue,sourceFiber===null?returnFiber.retryQueue=new Set([value]):sourceFiber.add(value)),attachPingListener(root,value,rootRenderLanes)),!1}
throw Error(formatProdErrorMessage(435,sourceFiber.tag))}
return attachPingListener(root,value,rootRenderLanes),renderDidSuspendDelayIfPossible(),!1}
if(isHydrating)return returnFiber=suspenseHandlerStackCursor.current,returnFiber===null?(value!==HydrationMismatchException&&(returnFiber=Error(formatProdErrorMessage(423),{cause:value}),queueHydrationError(createCapturedValueAtFiber(returnFiber,sourceFiber))),root=root.current.alternate,root.flags|=65536,rootRenderLanes&=-rootRenderLanes,root.lanes|=rootRenderLanes,value=createCapturedValueAtFiber(value,sourceFiber),rootRenderLanes=createRootErrorUpdate(root.stateNode,value,rootRenderLanes),enqueueCapturedUpdate(root,rootRenderLanes),workInProgressRootExitStatus!==4&&(workInProgressRootExitStatus=2)):(!(returnFiber.flags&65536)&&(returnFiber.flags|=256),returnFiber.flags|=65536,returnFiber.lanes=rootRenderLanes,value!==HydrationMismatchException&&(root=Error(formatProdErrorMessage(422),{cause:value}),queueHydrationError(createCapturedValueAtFiber(root,sourceFiber)))),!1;
var wrapperError=Error(formatProdErrorMessage(520),{cause:value});
if(wrapperError=createCapturedValueAtFiber(wrapperError,sourceFiber),workInProgressRootConcurrentErrors===null?workInProgressRootConcurrentErrors=[wrapperError]:workInProgressRootConcurrentErrors.push(wrapperError),workInProgressRootExitStatus!==4&&(workInProgressRootExitStatus=2),returnFiber===null)return!0;
value=createCapturedValueAtFiber(value,sourceFiber),sourceFiber=returnFiber;
do{
switch(sourceFiber.tag){
case 3:
return sourceFiber.flags|=65536,root=rootRenderLanes&-rootRenderLanes,sourceFiber.lanes|=root,root=createRootErrorUpdate(sourceFiber.stateNode,value,root),enqueueCapturedUpdate(sourceFiber,root),!1;
case 1:
if(returnFiber=sourceFiber.type,wrapperError=sourceFiber.stateNode,!(sourceFiber.flags&128)&&(typeof returnFiber.getDerivedStateFromError==`function`||wrapperError!==null&&typeof wrapperError.componentDidCatch==`function`&&(legacyErrorBoundariesThatAlreadyFailed===null||!legacyErrorBoundariesThatAlreadyFailed.has(wrapperError))))return sourceFiber.flags|=65536,rootRenderLanes&=-rootRenderLanes,sourceFiber.lanes|=rootRenderLanes,rootRenderLanes=createClassErrorUpdate(rootRenderLanes),initializeClassErrorUpdate(rootRenderLanes,root,sourceFiber,value),enqueueCapturedUpdate(sourceFiber,rootRenderLanes),!1;
break;
case 22:
if(sourceFiber.memoizedState!==null)return sourceFiber.flags|=65536,!1}
sourceFiber=sourceFiber.return}while(sourceFiber!==null);
return!1}
var SelectiveHydrationException=Error(formatProdErrorMessage(461)),didReceiveUpdate=!1;
function reconcileChildren(current,workInProgress,nextChildren,renderLanes){
workInProgress.child=current===null?mountChildFibers(workInProgress,null,nextChildren,renderLanes):reconcileChildFibers(workInProgress,current.child,nextChildren,renderLanes)}
function updateForwardRef(current,workInProgress,Component,nextProps,renderLanes){
Component=Component.render;
var ref=workInProgress.ref;
if(`ref`in nextProps){
var propsWithoutRef={};
for(var key in nextProps)key!==`ref`&&(propsWithoutRef[key]=nextProps[key])}else propsWithoutRef=nextProps;
return prepareToReadContext(workInProgress),nextProps=renderWithHooks(current,workInProgress,Component,propsWithoutRef,ref,renderLanes),key=checkDidRenderIdHook(),current!==null&&!didReceiveUpdate?(bailoutHooks(current,workInProgress,renderLanes),bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes)):(isHydrating&&key&&pushMaterializedTreeId(workInProgress),workInProgress.flags|=1,reconcileChildren(current,workInProgress,nextProps,renderLanes),workInProgress.child)}
function updateMemoComponent(current,workInProgress,Component,nextProps,renderLanes){
if(current===null){
var type=Component.type;
return typeof type==`function`&&!shouldConstruct(type)&&type.defaultProps===void 0&&Component.compare===null?(workInProgress.tag=15,workInProgress.type=type,updateSimpleMemoComponent(current,workInProgress,type,nextProps,renderLanes)):(current=createFiberFromTypeAndProps(Component.type,null,nextProps,workInProgress,workInProgress.mode,renderLanes),current.ref=workInProgress.ref,current.return=workInProgress,workInProgress.child=current)}
if(type=current.child,!checkScheduledUpdateOrContext(current,renderLanes)){
var prevProps=type.memoizedProps;
if(Component=Component.compare,Component=Component===null?shallowEqual:Component,Component(prevProps,nextProps)&&current.ref===workInProgress.ref)return bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes)}
return workInProgress.flags|=1,current=createWorkInProgress(type,nextProps),current.ref=workInProgress.ref,current.return=workInProgress,workInProgress.child=current}
function updateSimpleMemoComponent(current,workInProgress,Component,nextProps,renderLanes){
if(current!==null){
var prevProps=current.memoizedProps;
if(shallowEqual(prevProps,nextProps)&&current.ref===workInProgress.ref){
if(didReceiveUpdate=!1,workInProgress.pendingProps=nextProps=prevProps,checkScheduledUpdateOrContext(current,renderLanes))current.flags&131072&&(didReceiveUpdate=!0);else return workInProgress.lanes=current.lanes,bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes)}}
return updateFunctionComponent(current,workInProgress,Component,nextProps,renderLanes)}
function updateOffscreenComponent(current,workInProgress,renderLanes,nextProps){
var nextChildren=nextProps.children,prevState=current===null?null:current.memoizedState;
if(current===null&&workInProgress.stateNode===null&&(workInProgress.stateNode={_visibility:1,_pendingMarkers:null,_retryCache:null,_transitions:null}),nextProps.mode===`hidden`){
if(workInProgress.flags&128){
if(prevState=prevState===null?renderLanes:prevState.baseLanes|renderLanes,current!==null){
for(nextProps=workInProgress.child=current.child,nextChildren=0;nextProps!==null;)nextChildren=nextChildren|nextProps.lanes|nextProps.childLanes,nextProps=nextProps.sibling;
nextProps=nextChildren&~prevState}else nextProps=0,workInProgress.child=null;
return deferHiddenOffscreenComponent(current,workInProgress,prevState,renderLanes,nextProps)}
if(renderLanes&536870912)workInProgress.memoizedState={baseLanes:0,cachePool:null},current!==null&&pushTransition(workInProgress,prevState===null?null:prevState.cachePool),prevState===null?reuseHiddenContextOnStack():pushHiddenContext(workInProgress,prevState),pushOffscreenSuspenseHandler(workInProgress);else return nextProps=workInProgress.lanes=536870912,deferHiddenOffscreenComponent(current,workInProgress,prevState===null?renderLanes:prevState.baseLanes|renderLanes,renderLanes,nextProps)}else prevState===null?(current!==null&&pushTransition(workInProgress,null),reuseHiddenContextOnStack(),reuseSuspenseHandlerOnStack()):(pushTransition(workInProgress,prevState.cachePool),pushHiddenContext(workInProgress,prevState),reuseSuspenseHandlerOnStack(),workInProgress.memoizedState=null);
return reconcileChildren(current,workInProgress,nextChildren,renderLanes),workInProgress.child}
function bailoutOffscreenComponent(current,workInProgress){
return current!==null&&current.tag===22||workInProgress.stateNode!==null||(workInProgress.stateNode={_visibility:1,_pendingMarkers:null,_retryCache:null,_transitions:null}),workInProgress.sibling}
function deferHiddenOffscreenComponent(current,workInProgress,nextBaseLanes,renderLanes,remainingChildLanes){
var JSCompiler_inline_result=peekCacheFromPool();
return JSCompiler_inline_result=JSCompiler_inline_result===null?null:{parent:CacheContext._currentValue,pool:JSCompiler_inline_result},workInProgress.memoizedState={baseLanes:nextBaseLanes,cachePool:JSCompiler_inline_result},current!==null&&pushTransition(workInProgress,null),reuseHiddenContextOnStack(),pushOffscreenSuspenseHandler(workInProgress),current!==null&&propagateParentContextChanges(current,workInProgress,renderLanes,!0),workInProgress.childLanes=remainingChildLanes,null}
function mountActivityChildren(workInProgress,nextProps){
return nextProps=mountWorkInProgressOffscreenFiber({mode:nextProps.mode,children:nextProps.children},workInProgress.mode),nextProps.ref=workInProgress.ref,workInProgress.child=nextProps,nextProps.return=workInProgress,nextProps}
function retryActivityComponentWithoutHydrating(current,workInProgress,renderLanes){
return reconcileChildFibers(workInProgress,current.child,null,renderLanes),current=mountActivityChildren(workInProgress,workInProgress.pendingProps),current.flags|=2,popSuspenseHandler(workInProgress),workInProgress.memoizedState=null,current}
function updateActivityComponent(current,workInProgress,renderLanes){
var nextProps=workInProgress.pendingProps,didSuspend=!!(workInProgress.flags&128);
if(workInProgress.flags&=-129,current===null){
if(isHydrating){
if(nextProps.mode===`hidden`)return current=mountActivityChildren(workInProgress,nextProps),workInProgress.lanes=536870912,current.memoizedState={baseLanes:0,cachePool:null},bailoutOffscreenComponent(null,current);
if(pushDehydratedActivitySuspenseHandler(workInProgress),(current=nextHydratableInstance)?(current=canHydrateHydrationBoundary(current,rootOrSingletonContext),current=current!==null&&current.data===`&`?current:null,current!==null&&(workInProgress.memoizedState={dehydrated:current,treeContext:treeContextProvider===null?null:{id:treeContextId,overflow:treeContextOverflow},retryLane:536870912,hydrationErrors:null},renderLanes=createFiberFromDehydratedFragment(current),renderLanes.return=workInProgress,workInProgress.child=renderLanes,hydrationParentFiber=workInProgress,nextHydratableInstance=null)):current=null,current===null)throw throwOnHydrationMismatch(workInProgress);
return workInProgress.lanes=536870912,null}
return mountActivityChildren(workInProgress,nextProps)}
var prevState=current.memoizedState;
if(prevState!==null){
var dehydrated=prevState.dehydrated;
if(pushDehydratedActivitySuspenseHandler(workInProgress),didSuspend){
if(workInProgress.flags&256)workInProgress.flags&=-257,workInProgress=retryActivityComponentWithoutHydrating(current,workInProgress,renderLanes);else if(workInProgress.memoizedState!==null)workInProgress.child=current.child,workInProgress.flags|=128,workInProgress=null;else throw Error(formatProdErrorMessage(558))}else if(didReceiveUpdate||propagateParentContextChanges(current,workInProgress,renderLanes,!1),didSuspend=(renderLanes&current.childLanes)!==0,didReceiveUpdate||didSuspend){
if(currentTreeHiddenStackCursor.current===null){
if(nextProps=workInProgressRoot,nextProps!==null&&(dehydrated=getBumpedLaneForHydration(nextProps,renderLanes),dehydrated!==0&&dehydrated!==prevState.retryLane))throw prevState.retryLane=dehydrated,enqueueConcurrentRenderForLane(current,dehydrated),scheduleUpdateOnFiber(nextProps,current,dehydrated),SelectiveHydrationException;
renderDidSuspendDelayIfPossible()}
workInProgress=retryActivityComponentWithoutHydrating(current,workInProgress,renderLanes)}else current=prevState.treeContext,nextHydratableInstance=getNextHydratable(dehydrated.nextSibling),hydrationParentFiber=workInProgress,isHydrating=!0,hydrationErrors=null,rootOrSingletonContext=!1,current!==null&&restoreSuspendedTreeContext(workInProgress,current),workInProgress=mountActivityChildren(workInProgress,nextProps),workInProgress.flags|=134221824;
return workInProgress}
return current=createWorkInProgress(current.child,{mode:nextProps.mode,children:nextProps.children}),current.ref=workInProgress.ref,workInProgress.child=current,current.return=workInProgress,current}
function markRef(current,workInProgress){
var ref=workInProgress.ref;
if(ref===null)current!==null&&current.ref!==null&&(workInProgress.flags|=4194816);else{
if(typeof ref!=`function`&&typeof ref!=`object`)throw Error(formatProdErrorMessage(284));
(current===null||current.ref!==ref)&&(workInProgress.flags|=4194816)}}
function updateFunctionComponent(current,workInProgress,Component,nextProps,renderLanes){
return prepareToReadContext(workInProgress),Component=renderWithHooks(current,workInProgress,Component,nextProps,void 0,renderLanes),nextProps=checkDidRenderIdHook(),current!==null&&!didReceiveUpdate?(bailoutHooks(current,workInProgress,renderLanes),bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes)):(isHydrating&&nextProps&&pushMaterializedTreeId(workInProgress),workInProgress.flags|=1,reconcileChildren(current,workInProgress,Component,renderLanes),workInProgress.child)}
function replayFunctionComponent(current,workInProgress,nextProps,Component,secondArg,renderLanes){
return prepareToReadContext(workInProgress),workInProgress.updateQueue=null,nextProps=renderWithHooksAgain(workInProgress,Component,nextProps,secondArg),finishRenderingHooks(current),Component=checkDidRenderIdHook(),current!==null&&!didReceiveUpdate?(bailoutHooks(current,workInProgress,renderLanes),bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes)):(isHydrating&&Component&&pushMaterializedTreeId(workInProgress),workInProgress.flags|=1,reconcileChildren(current,workInProgress,nextProps,renderLanes),workInProgress.child)}
function updateClassComponent(current,workInProgress,Component,nextProps,renderLanes){
if(prepareToReadContext(workInProgress),workInProgress.stateNode===null){
var context=emptyContextObject,contextType=Component.contextType;
typeof contextType==`object`&&contextType&&(context=readContext(contextType)),context=new Component(nextProps,context),workInProgress.memoizedState=context.state!==null&&context.state!==void 0?context.state:null,context.updater=classComponentUpdater,workInProgress.stateNode=context,context._reactInternals=workInProgress,context=workInProgress.stateNode,context.props=nextProps,context.state=workInProgress.memoizedState,context.refs={},initializeUpdateQueue(workInProgress),contextType=Component.contextType,context.context=typeof contextType==`object`&&contextType?readContext(contextType):emptyContextObject,context.state=workInProgress.memoizedState,contextType=Component.getDerivedStateFromProps,typeof contextType==`function`&&(applyDerivedStateFromProps(workInProgress,Component,contextType,nextProps),context.state=workInProgress.memoizedState),typeof Component.getDerivedStateFromProps==`function`||typeof context.getSnapshotBeforeUpdate==`function`||typeof context.UNSAFE_componentWillMount!=`function`&&typeof context.componentWillMount!=`function`||(contextType=context.state,typeof context.componentWillMount==`function`&&context.componentWillMount(),typeof context.UNSAFE_componentWillMount==`function`&&context.UNSAFE_componentWillMount(),contextType!==context.state&&classComponentUpdater.enqueueReplaceState(context,context.state,null),processUpdateQueue(workInProgress,nextProps,context,renderLanes),suspendIfUpdateReadFromEntangledAsyncAction(),context.state=workInProgress.memoizedState),typeof context.componentDidMount==`function`&&(workInProgress.flags|=4194308),nextProps=!0}else if(current===null){
context=workInProgress.stateNode;
var unresolvedOldProps=workInProgress.memoizedProps,oldProps=resolveClassComponentProps(Component,unresolvedOldProps);
context.props=oldProps;
var oldContext=context.context,contextType$jscomp$0=Component.contextType;
contextType=emptyContextObject,typeof contextType$jscomp$0==`object`&&contextType$jscomp$0&&(contextType=readContext(contextType$jscomp$0));
var getDerivedStateFromProps=Component.getDerivedStateFromProps;
contextType$jscomp$0=typeof getDerivedStateFromProps==`function`||typeof context.getSnapshotBeforeUpdate==`function`,unresolvedOldProps=workInProgress.pendingProps!==unresolvedOldProps,contextType$jscomp$0||typeof context.UNSAFE_componentWillReceiveProps!=`function`&&typeof context.componentWillReceiveProps!=`function`||(unresolvedOldProps||oldContext!==contextType)&&callComponentWillReceiveProps(workInProgress,context,nextProps,contextType),hasForceUpdate=!1;
var oldState=workInProgress.memoizedState;
context.state=oldState,processUpdateQueue(workInProgress,nextProps,context,renderLanes),suspendIfUpdateReadFromEntangledAsyncAction(),oldContext=workInProgress.memoizedState,unresolvedOldProps||oldState!==oldContext||hasForceUpdate?(typeof getDerivedStateFromProps==`function`&&(applyDerivedStateFromProps(workInProgress,Component,getDerivedStateFromProps,nextProps),oldContext=workInProgress.memoizedState),(oldProps=hasForceUpdate||checkShouldComponentUpdate(workInProgress,Component,oldProps,nextProps,oldState,oldContext,contextType))?(contextType$jscomp$0||typeof context.UNSAFE_componentWillMount!=`function`&&typeof context.componentWillMount!=`function`||(typeof context.componentWillMount==`function`&&context.componentWillMount(),typeof context.UNSAFE_componentWillMount==`function`&&context.UNSAFE_componentWillMount()),typeof context.componentDidMount==`function`&&(workInProgress.flags|=4194308)):(typeof context.componentDidMount==`function`&&(workInProgress.flags|=4194308),workInProgress.memoizedProps=nextProps,workInProgress.memoizedState=oldContext),context.props=nextProps,context.state=oldContext,context.context=contextType,nextProps=oldProps):(typeof context.componentDidMount==`function`&&(workInProgress.flags|=4194308),nextProps=!1)}else{
context=workInProgress.stateNode,cloneUpdateQueue(current,workInProgress),contextType=workInProgress.memoizedProps,contextType$jscomp$0=resolveClassComponentProps(Component,contextType),context.props=contextType$jscomp$0,getDerivedStateFromProps=workInProgress.pendingProps,oldState=context.context,oldContext=Component.contextType,oldProps=emptyContextObject,typeof oldContext==`object`&&oldContext&&(oldProps=readContext(oldContext)),unresolvedOldProps=Component.getDerivedStateFromProps,(oldContext=typeof unresolvedOldProps==`function`||typeof context.getSnapshotBeforeUpdate==`function`)||typeof context.UNSAFE_componentWillReceiveProps!=`function`&&typeof context.componentWillReceiveProps!=`function`||(contextType!==getDerivedStateFromProps||oldState!==oldProps)&&callComponentWillReceiveProps(workInProgress,context,nextProps,oldProps),hasForceUpdate=!1,oldState=workInProgress.memoizedState,context.state=oldState,processUpdateQueue(workInProgress,nextProps,context,renderLanes),suspendIfUpdateReadFromEntangledAsyncAction();
var newState=workInProgress.memoizedState;
contextType!==getDerivedStateFromProps||oldState!==newState||hasForceUpdate||current!==null&&current.dependencies!==null&&checkIfContextChanged(current.dependencies)?(typeof unresolvedOldProps==`function`&&(applyDerivedStateFromProps(workInProgress,Component,unresolvedOldProps,nextProps),newState=workInProgress.memoizedState),(contextType$jscomp$0=hasForceUpdate||checkShouldComponentUpdate(workInProgress,Component,contextType$jscomp$0,nextProps,oldState,newState,oldProps)||current!==null&&current.dependencies!==null&&checkIfContextChanged(current.dependencies))?(oldContext||typeof context.UNSAFE_componentWillUpdate!=`function`&&typeof context.componentWillUpdate!=`function`||(typeof context.componentWillUpdate==`function`&&context.componentWillUpdate(nextProps,newState,oldProps),typeof context.UNSAFE_componentWillUpdate==`function`&&context.UNSAFE_componentWillUpdate(nextProps,newState,oldProps)),typeof context.componentDidUpdate==`function`&&(workInProgress.flags|=4),typeof context.getSnapshotBeforeUpdate==`function`&&(workInProgress.flags|=1024)):(typeof context.componentDidUpdate!=`function`||contextType===current.memoizedProps&&oldState===current.memoizedState||(workInProgress.flags|=4),typeof context.getSnapshotBeforeUpdate!=`function`||contextType===current.memoizedProps&&oldState===current.memoizedState||(workInProgress.flags|=1024),workInProgress.memoizedProps=nextProps,workInProgress.memoizedState=newState),context.props=nextProps,context.state=newState,context.context=oldProps,nextProps=contextType$jscomp$0):(typeof context.componentDidUpdate!=`function`||contextType===current.memoizedProps&&oldState===current.memoizedState||(workInProgress.flags|=4),typeof context.getSnapshotBeforeUpdate!=`function`||contextType===current.memoizedProps&&oldState===current.memoizedState||(workInProgress.flags|=1024),nextProps=!1)}
return context=nextProps,markRef(current,workInProgress),nextProps=!!(workInProgress.flags&128),context||nextProps?(context=workInProgress.stateNode,Component=nextProps&&typeof Component.getDerivedStateFromError!=`function`?null:context.render(),workInProgress.flags|=1,current!==null&&nextProps?(workInProgress.child=reconcileChildFibers(workInProgress,current.child,null,renderLanes),workInProgress.child=reconcileChildFibers(workInProgress,null,Component,renderLanes)):reconcileChildren(current,workInProgress,Component,renderLanes),workInProgress.memoizedState=context.state,current=workInProgress.child):current=bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes),current}
function mountHostRootWithoutHydrating(current,workInProgress,nextChildren,renderLanes){
return resetHydrationState(),workInProgress.flags|=256,reconcileChildren(current,workInProgress,nextChildren,renderLanes),workInProgress.child}
var SUSPENDED_MARKER={dehydrated:null,treeContext:null,retryLane:0,hydrationErrors:null};
function mountSuspenseOffscreenState(renderLanes){
return{baseLanes:renderLanes,cachePool:getSuspendedCache()}}
function getRemainingWorkInPrimaryTree(current,primaryTreeDidDefer,renderLanes){
return current=current===null?0:current.childLanes&~renderLanes,primaryTreeDidDefer&&(current|=workInProgressDeferredLane),current}
function updateSuspenseComponent(current,workInProgress,renderLanes){
var nextProps=workInProgress.pendingProps,showFallback=!1,didSuspend=!!(workInProgress.flags&128),JSCompiler_temp;
if((JSCompiler_temp=didSuspend)||(JSCompiler_temp=current!==null&&current.memoizedState===null?!1:!!(suspenseStackCursor.current&2)),JSCompiler_temp&&(showFallback=!0,workInProgress.flags&=-129),JSCompiler_temp=!!(workInProgress.flags&32),workInProgress.flags&=-33,current===null){
if(isHydrating){
if(showFallback?pushPrimaryTreeSuspenseHandler(workInProgress):reuseSuspenseHandlerOnStack(),(current=nextHydratableInstance)?(current=canHydrateHydrationBoundary(current,rootOrSingletonContext),current=current!==null&&current.data!==`&`?current:null,current!==null&&(workInProgress.memoizedState={dehydrated:current,treeContext:treeContextProvider===null?null:{id:treeContextId,overflow:treeContextOverflow},retryLane:536870912,hydrationErrors:null},renderLanes=createFiberFromDehydratedFragment(current),renderLanes.return=workInProgress,workInProgress.child=renderLanes,hydrationParentFiber=workInProgress,nextHydratableInstance=null)):current=null,current===null)throw throwOnHydrationMismatch(workInProgress);
return workInProgress.lanes=isSuspenseInstanceFallback(current)?32:536870912,null}
return didSuspend=nextProps.children,nextProps=nextProps.fallback,showFallback?(reuseSuspenseHandlerOnStack(),showFallback=workInProgress.mode,didSuspend=mountWorkInProgressOffscreenFiber({mode:`hidden`,children:didSuspend},showFallback),nextProps=createFiberFromFragment(nextProps,showFallback,renderLanes,null),didSuspend.return=workInProgress,nextProps.return=workInProgress,didSuspend.sibling=nextProps,workInProgress.child=didSuspend,nextProps=workInProgress.child,nextProps.memoizedState=mountSuspenseOffscreenState(renderLanes),nextProps.childLanes=getRemainingWorkInPrimaryTree(current,JSCompiler_temp,renderLanes),workInProgress.memoizedState=SUSPENDED_MARKER,bailoutOffscreenComponent(null,nextProps)):(pushPrimaryTreeSuspenseHandler(workInProgress),mountSuspensePrimaryChildren(workInProgress,didSuspend))}
var prevState=current.memoizedState;
if(prevState!==null){
var dehydrated$96=prevState.dehydrated;
if(dehydrated$96!==null)return updateDehydratedSuspenseComponent(current,workInProgress,didSuspend,JSCompiler_temp,nextProps,dehydrated$96,prevState,renderLanes)}
return showFallback?(reuseSuspenseHandlerOnStack(),showFallback=nextProps.fallback,didSuspend=workInProgress.mode,prevState=current.child,dehydrated$96=prevState.sibling,nextProps=createWorkInProgress(prevState,{mode:`hidden`,children:nextProps.children}),nextProps.subtreeFlags=prevState.subtreeFlags&1206910976,dehydrated$96===null?(showFallback=createFiberFromFragment(showFallback,didSuspend,renderLanes,null),showFallback.flags|=2):showFallback=createWorkInProgress(dehydrated$96,showFallback),showFallback.return=workInProgress,nextProps.return=workInProgress,nextProps.sibling=showFallback,workInProgress.child=nextProps,bailoutOffscreenComponent(null,nextProps),nextProps=workInProgress.child,showFallback=current.child.memoizedState,showFallback===null?showFallback=mountSuspenseOffscreenState(renderLanes):(didSuspend=showFallback.cachePool,didSuspend===null?didSuspend=getSuspendedCache():(prevState=CacheContext._currentValue,didSuspend=didSuspend.parent===prevState?didSuspend:{parent:prevState,pool:prevState}),showFallback={baseLanes:showFallback.baseLanes|renderLanes,cachePool:didSuspend}),nextProps.memoizedState=showFallback,nextProps.childLanes=getRemainingWorkInPrimaryTree(current,JSCompiler_temp,renderLanes),workInProgress.memoizedState=SUSPENDED_MARKER,bailoutOffscreenComponent(current.child,nextProps)):(pushPrimaryTreeSuspenseHandler(workInProgress),renderLanes=current.child,current=renderLanes.sibling,renderLanes=createWorkInProgress(renderLanes,{mode:`visible`,children:nextProps.children}),renderLanes.return=workInProgress,renderLanes.sibling=null,current!==null&&(JSCompiler_temp=workInProgress.deletions,JSCompiler_temp===null?(workInProgress.deletions=[current],workInProgress.flags|=16):JSCompiler_temp.push(current)),workInProgress.child=renderLanes,workInProgress.memoizedState=null,renderLanes)}
function mountSuspensePrimaryChildren(workInProgress,primaryChildren){
return primaryChildren=mountWorkInProgressOffscreenFiber({mode:`visible`,children:primaryChildren},workInProgress.mode),primaryChildren.return=workInProgress,workInProgress.child=primaryChildren}
function mountWorkInProgressOffscreenFiber(offscreenProps,mode){
return offscreenProps=createFiberImplClass(22,offscreenProps,null,mode),offscreenProps.lanes=0,offscreenProps}
function retrySuspenseComponentWithoutHydrating(current,workInProgress,renderLanes){
return reconcileChildFibers(workInProgress,current.child,null,renderLanes),current=mountSuspensePrimaryChildren(workInProgress,workInProgress.pendingProps.children),current.flags|=2,workInProgress.memoizedState=null,current}
function updateDehydratedSuspenseComponent(current,workInProgress,didSuspend,didPrimaryChildrenDefer,nextProps,suspenseInstance,suspenseState,renderLanes){
if(didSuspend)return workInProgress.flags&256?(pushPrimaryTreeSuspenseHandler(workInProgress),workInProgress.flags&=-257,retrySuspenseComponentWithoutHydrating(current,workInProgress,renderLanes)):workInProgress.memoizedState===null?(reuseSuspenseHandlerOnStack(),suspenseInstance=nextProps.fallback,suspenseState=workInProgress.mode,nextProps=mountWorkInProgressOffscreenFiber({mode:`visible`,children:nextProps.children},suspenseState),suspenseInstance=createFiberFromFragment(suspenseInstance,suspenseState,renderLanes,null),suspenseInstance.flags|=2,nextProps.return=workInProgress,suspenseInstance.return=workInProgress,nextProps.sibling=suspenseInstance,workInProgress.child=nextProps,reconcileChildFibers(workInProgress,current.child,null,renderLanes),nextProps=workInProgress.child,nextProps.memoizedState=mountSuspenseOffscreenState(renderLanes),nextProps.childLanes=getRemainingWorkInPrimaryTree(current,didPrimaryChildrenDefer,renderLanes),workInProgress.memoizedState=SUSPENDED_MARKER,bailoutOffscreenComponent(null,nextProps)):(reuseSuspenseHandlerOnStack(),workInProgress.child=current.child,workInProgress.flags|=128,null);
if(pushPrimaryTreeSuspenseHandler(workInProgress),isSuspenseInstanceFallback(suspenseInstance)){
if(didPrimaryChildrenDefer=suspenseInstance.nextSibling&&suspenseInstance.nextSibling.dataset,didPrimaryChildrenDefer)var digest=didPrimaryChildrenDefer.dgst;
return didPrimaryChildrenDefer=digest,didPrimaryChildrenDefer!==``&&(nextProps=Error(formatProdErrorMessage(419)),nextProps.stack=``,nextProps.digest=didPrimaryChildrenDefer,queueHydrationError({value:nextProps,source:null,stack:null})),retrySuspenseComponentWithoutHydrating(current,workInProgress,renderLanes)}
if(didReceiveUpdate||propagateParentContextChanges(current,workInProgress,renderLanes,!1),didPrimaryChildrenDefer=(renderLanes&current.childLanes)!==0,didReceiveUpdate||didPrimaryChildrenDefer){
if(currentTreeHiddenStackCursor.current!==null)return retrySuspenseComponentWithoutHydrating(current,workInProgress,renderLanes);
if(didPrimaryChildrenDefer=workInProgressRoot,didPrimaryChildrenDefer!==null&&(nextProps=getBumpedLaneForHydration(didPrimaryChildrenDefer,renderLanes),nextProps!==0&&nextProps!==suspenseState.retryLane))throw suspenseState.retryLane=nextProps,enqueueConcurrentRenderForLane(current,nextProps),scheduleUpdateOnFiber(didPrimaryChildrenDefer,current,nextProps),SelectiveHydrationException;
return isSuspenseInstancePending(suspenseInstance)||renderDidSuspendDelayIfPossible(),retrySuspenseComponentWithoutHydrating(current,workInProgress,renderLanes)}
return isSuspenseInstancePending(suspenseInstance)?(workInProgress.flags|=192,workInProgress.child=current.child,null):(current=suspenseState.treeContext,nextHydratableInstance=getNextHydratable(suspenseInstance.nextSibling),hydrationParentFiber=workInProgress,isHydrating=!0,hydrationErrors=null,rootOrSingletonContext=!1,current!==null&&restoreSuspendedTreeContext(workInProgress,current),workInProgress=mountSuspensePrimaryChildren(workInProgress,nextProps.children),workInProgress.flags|=134221824,workInProgress)}
function scheduleSuspenseWorkOnFiber(fiber,renderLanes,propagationRoot){
fiber.lanes|=renderLanes;
var alternate=fiber.alternate;
alternate!==null&&(alternate.lanes|=renderLanes),scheduleContextWorkOnParentPath(fiber.return,renderLanes,propagationRoot)}
function findLastContentRow(firstChild){
for(var lastContentRow=null;firstChild!==null;){
var currentRow=firstChild.alternate;
currentRow!==null&&findFirstSuspended(currentRow)===null&&(lastContentRow=firstChild),firstChild=firstChild.sibling}
return lastContentRow}
function initSuspenseListRenderState(workInProgress,isBackwards,tail,lastContentRow,tailMode,treeForkCount){
var renderState=workInProgress.memoizedState;
renderState===null?workInProgress.memoizedState={isBackwards,rendering:null,renderingStartTime:0,last:lastContentRow,tail,tailMode,treeForkCount}:(renderState.isBackwards=isBackwards,renderState.rendering=null,renderState.renderingStartTime=0,renderState.last=lastContentRow,renderState.tail=tail,renderState.tailMode=tailMode,renderState.treeForkCount=treeForkCount)}
function reverseChildren(fiber){
var row=fiber.child;
for(fiber.child=null;row!==null;){
var nextRow=row.sibling;
row.sibling=fiber.child,fiber.child=row,row=nextRow}}
function updateSuspenseListComponent(current,workInProgress,renderLanes){
var nextProps=workInProgress.pendingProps,revealOrder=nextProps.revealOrder,tailMode=nextProps.tail;
nextProps=nextProps.children;
var suspenseContext=suspenseStackCursor.current;
if(workInProgress.flags&128)return pushSuspenseListContext(workInProgress,suspenseContext),null;
var shouldForceFallback=!!(suspenseContext&2);
if(shouldForceFallback?(suspenseContext=suspenseContext&1|2,workInProgress.flags|=128):suspenseContext&=1,pushSuspenseListContext(workInProgress,suspenseContext),revealOrder===`backwards`&&current!==null?(reverseChildren(current),reconcileChildren(current,workInProgress,nextProps,renderLanes),reverseChildren(current)):reconcileChildren(current,workInProgress,nextProps,renderLanes),nextProps=isHydrating?treeForkCount:0,!shouldForceFallback&&current!==null&&current.flags&128)a:for(current=workInProgress.child;current!==null;){
if(current.tag===13)current.memoizedState!==null&&scheduleSuspenseWorkOnFiber(current,renderLanes,workInProgress);else if(current.tag===19)scheduleSuspenseWorkOnFiber(current,renderLanes,workInProgress);else if(current.child!==null){
current.child.return=current,current=current.child;
continue}
if(current===workInProgress)break a;
for(;current.sibling===null;){
if(current.return===null||current.return===workInProgress)break a;
current=current.return}
current.sibling.return=current.return,current=current.sibling}
switch(revealOrder){
case`backwards`:
renderLanes=findLastContentRow(workInProgress.child),renderLanes===null?(revealOrder=workInProgress.child,workInProgress.child=null):(revealOrder=renderLanes.sibling,renderLanes.sibling=null,reverseChildren(workInProgress)),initSuspenseListRenderState(workInProgress,!0,revealOrder,null,tailMode,nextProps);
break;
case`unstable_legacy-backwards`:
for(renderLanes=null,revealOrder=workInProgress.child,workInProgress.child=null;revealOrder!==null;){
if(current=revealOrder.alternate,current!==null&&findFirstSuspended(current)===null){
workInProgress.child=revealOrder;
break}
current=revealOrder.sibling,revealOrder.sibling=renderLanes,renderLanes=revealOrder,revealOrder=current}
initSuspenseListRenderState(workInProgress,!0,renderLanes,null,tailMode,nextProps);
break;
case`together`:
initSuspenseListRenderState(workInProgress,!1,null,null,void 0,nextProps);
break;
case`independent`:
workInProgress.memoizedState=null;
break;
default:
renderLanes=findLastContentRow(workInProgress.child),renderLanes===null?(revealOrder=workInProgress.child,workInProgress.child=null):(revealOrder=renderLanes.sibling,renderLanes.sibling=null),initSuspenseListRenderState(workInProgress,!1,revealOrder,renderLanes,tailMode,nextProps)}
return workInProgress.child}
function updateContextProvider(current,workInProgress,renderLanes){
var newProps=workInProgress.pendingProps;
return pushProvider(workInProgress,workInProgress.type,newProps.value),reconcileChildren(current,workInProgress,newProps.children,renderLanes),workInProgress.child}
function bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes){
if(current!==null&&(workInProgress.dependencies=current.dependencies),workInProgressRootSkippedLanes|=workInProgress.lanes,(renderLanes&workInProgress.childLanes)===0){
if(current!==null){
if(propagateParentContextChanges(current,workInProgress,renderLanes,!1),(renderLanes&workInProgress.childLanes)===0)return null}else return null}
if(current!==null&&workInProgress.child!==current.child)throw Error(formatProdErrorMessage(153));
if(workInProgress.child!==null){
for(current=workInProgress.child,renderLanes=createWorkInProgress(current,current.pendingProps),workInProgress.child=renderLanes,renderLanes.return=workInProgress;current.sibling!==null;)current=current.sibling,renderLanes=renderLanes.sibling=createWorkInProgress(current,current.pendingProps),renderLanes.return=workInProgress;
renderLanes.sibling=null}
return workInProgress.child}
function checkScheduledUpdateOrContext(current,renderLanes){
return(current.lanes&renderLanes)!==0||(current=current.dependencies,!!(current!==null&&checkIfContextChanged(current)))}
function attemptEarlyBailoutIfNoScheduledUpdate(current,workInProgress,renderLanes){
switch(workInProgress.tag){
case 3:
pushHostContainer(workInProgress,workInProgress.stateNode.containerInfo),pushProvider(workInProgress,CacheContext,current.memoizedState.cache),resetHydrationState();
break;
case 27:
case 5:
pushHostContext(workInProgress);
break;
case 4:
pushHostContainer(workInProgress,workInProgress.stateNode.containerInfo);
break;
case 10:
pushProvider(workInProgress,workInProgress.type,workInProgress.memoizedProps.value);
break;
case 31:
if(workInProgress.memoizedState!==null)return workInProgress.flags|=128,pushDehydratedActivitySuspenseHandler(workInProgress),null;
break;
case 13:
var state$108=workInProgress.memoizedState;
if(state$108!==null){
if(state$108.dehydrated!==null)return pushPrimaryTreeSuspenseHandler(workInProgress),workInProgress.flags|=128,null;
state$108=propagateParentContextChanges(current,workInProgress,renderLanes,!1);
var primaryChildLanes=workInProgress.child.childLanes;
return state$108||(renderLanes&primaryChildLanes)!==0?updateSuspenseComponent(current,workInProgress,renderLanes):(pushPrimaryTreeSuspenseHandler(workInProgress),current=bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes),current===null?null:current.sibling)}
pushPrimaryTreeSuspenseHandler(workInProgress);
break;
case 19:
if(workInProgress.flags&128)return updateSuspenseListComponent(current,workInProgress,renderLanes);
if(primaryChildLanes=!!(current.flags&128),state$108=(renderLanes&workInProgress.childLanes)!==0,state$108||=(propagateParentContextChanges(current,workInProgress,renderLanes,!1),(renderLanes&workInProgress.childLanes)!==0),primaryChildLanes){
if(state$108)return updateSuspenseListComponent(current,workInProgress,renderLanes);
workInProgress.flags|=128}
if(primaryChildLanes=workInProgress.memoizedState,primaryChildLanes!==null&&(primaryChildLanes.rendering=null,primaryChildLanes.tail=null,primaryChildLanes.lastEffect=null),pushSuspenseListContext(workInProgress,suspenseStackCursor.current),state$108)break;
return null;
case 22:
return workInProgress.lanes=0,updateOffscreenComponent(current,workInProgress,renderLanes,workInProgress.pendingProps);
case 24:
pushProvider(workInProgress,CacheContext,current.memoizedState.cache)}
return bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes)}
function beginWork(current,workInProgress,renderLanes){
if(current!==null){
if(current.memoizedProps!==workInProgress.pendingProps)didReceiveUpdate=!0;else{
if(!checkScheduledUpdateOrContext(current,renderLanes)&&!(workInProgress.flags&128))return didReceiveUpdate=!1,attemptEarlyBailoutIfNoScheduledUpdate(current,workInProgress,renderLanes);
didReceiveUpdate=!!(current.flags&131072)}}else didReceiveUpdate=!1,isHydrating&&workInProgress.flags&1048576&&pushTreeId(workInProgress,treeForkCount,workInProgress.index);
switch(workInProgress.lanes=0,workInProgress.tag){
case 16:
a:{
var props=workInProgress.pendingProps;
if(current=resolveLazy(workInProgress.elementType),workInProgress.type=current,typeof current==`function`)shouldConstruct(current)?(props=resolveClassComponentProps(current,props),workInProgress.tag=1,workInProgress=updateClassComponent(null,workInProgress,current,props,renderLanes)):(workInProgress.tag=0,workInProgress=updateFunctionComponent(null,workInProgress,current,props,renderLanes));else{
if(current!=null){
var $$typeof=current.$$typeof;
if($$typeof===REACT_FORWARD_REF_TYPE){
workInProgress.tag=11,workInProgress=updateForwardRef(null,workInProgress,current,props,renderLanes);
break a}
if($$typeof===REACT_MEMO_TYPE){
workInProgress.tag=14,workInProgress=updateMemoComponent(null,workInProgress,current,props,renderLanes);
break a}
if($$typeof===REACT_CONTEXT_TYPE){
workInProgress.tag=10,workInProgress.type=current,workInProgress=updateContextProvider(null,workInProgress,renderLanes);
break a}}
throw workInProgress=getComponentNameFromType(current)||current,Error(formatProdErrorMessage(306,workInProgress,``))}}
return workInProgress;
case 0:
return updateFunctionComponent(current,workInProgress,workInProgress.type,workInProgress.pendingProps,renderLanes);
case 1:
return props=workInProgress.type,$$typeof=resolveClassComponentProps(props,workInProgress.pendingProps),updateClassComponent(current,workInProgress,props,$$typeof,renderLanes);
case 3:
a:{
if(pushHostContainer(workInProgress,workInProgress.stateNode.containerInfo),current===null)throw Error(formatProdErrorMessage(387));
props=workInProgress.pendingProps;
var prevState=workInProgress.memoizedState;
$$typeof=prevState.element,cloneUpdateQueue(current,workInProgress),processUpdateQueue(workInProgress,props,null,renderLanes);
var nextState=workInProgress.memoizedState;
if(props=nextState.cache,pushProvider(workInProgress,CacheContext,props),props!==prevState.cache&&propagateContextChanges(workInProgress,[CacheContext],renderLanes,!0),suspendIfUpdateReadFromEntangledAsyncAction(),props=nextState.element,prevState.isDehydrated){
if(prevState={element:props,isDehydrated:!1,cache:nextState.cache},workInProgress.updateQueue.baseState=prevState,workInProgress.memoizedState=prevState,workInProgress.flags&256){
workInProgress=mountHostRootWithoutHydrating(current,workInProgress,props,renderLanes);
break a}
if(props!==$$typeof){
$$typeof=createCapturedValueAtFiber(Error(formatProdErrorMessage(424)),workInProgress),queueHydrationError($$typeof),workInProgress=mountHostRootWithoutHydrating(current,workInProgress,props,renderLanes);
break a}
switch(current=workInProgress.stateNode.containerInfo,current.nodeType){
case 9:
current=current.body;
break;
default:
current=current.nodeName===`HTML`?current.ownerDocument.body:current}
for(nextHydratableInstance=getNextHydratable(current.firstChild),hydrationParentFiber=workInProgress,isHydrating=!0,hydrationErrors=null,rootOrSingletonContext=!0,renderLanes=mountChildFibers(workInProgress,null,props,renderLanes),workInProgress.child=renderLanes;renderLanes;)renderLanes.flags=renderLanes.flags&-3|134221824,renderLanes=renderLanes.sibling}else{
if(resetHydrationState(),props===$$typeof){
workInProgress=bailoutOnAlreadyFinishedWork(current,workInProgress,renderLanes);
break a}
reconcileChildren(current,workInProgress,props,renderLanes)}
workInProgress=workInProgress.child}
return workInProgress;
case 26:
return markRef(current,workInProgress),current===null?(renderLanes=getResource(workInProgress.type,null,workInProgress.pendingProps,null))?workInProgress.memoizedState=renderLanes:isHydrating||(workInProgress.stateNode=createHoistableInstance(workInProgress.type,workInProgress.pendingProps,rootInstanceStackCursor.current,workInProgress)):workInProgress.memoizedState=getResource(workInProgress.type,current.memoizedProps,workInProgress.pendingProps,current.memoizedState),null;
case 27:
return pushHostContext(workInProgress),current===null&&isHydrating&&(props=workInProgress.stateNode=resolveSingletonInstance(workInProgress.type,workInProgress.pendingProps,rootInstanceStackCursor.current),hydrationParentFiber=workInProgress,rootOrSingletonContext=!0,$$typeof=nextHydratableInstance,isSingletonScope(workInProgress.type)?(previousHydratableOnEnteringScopedSingleton=$$typeof,nextHydratableInstance=getNextHydratable(props.firstChild)):nextHydratableInstance=$$typeof),reconcileChildren(current,workInProgress,workInProgress.pendingProps.children,renderLanes),markRef(current,workInProgress),current===null&&(workInProgress.flags|=4194304),workInProgress.child;
case 5:
return current===null&&isHydrating&&(($$typeof=props=nextHydratableInstance)&&(props=canHydrateInstance(props,workInProgress.type,workInProgress.pendingProps,rootOrSingletonContext),props===null?$$typeof=!1:(workInProgress.stateNode=props,hydrationParentFiber=workInProgress,nextHydratableInstance=getNextHydratable(props.firstChild),rootOrSingletonContext=!1,$$typeof=!0)),$$typeof||throwOnHydrationMismatch(workInProgress)),pushHostContext(workInProgress),$$typeof=workInProgress.type,prevState=workInProgress.pendingProps,nextState=current===null?null:current.memoizedProps,props=prevState.children,shouldSetTextContent($$typeof,prevState)?props=null:nextState!==null&&shouldSetTextContent($$typeof,nextState)&&(workInProgress.flags|=32),workInProgress.memoizedState!==null&&($$typeof=renderWithHooks(current,workInProgress,TransitionAwareHostComponent,null,null,renderLanes),HostTransitionContext._currentValue=$$typeof),markRef(current,workInProgress),reconcileChildren(current,workInProgress,props,renderLanes),workInProgress.child;
case 6:
return current===null&&isHydrating&&((current=renderLanes=nextHydratableInstance)&&(renderLanes=canHydrateTextInstance(renderLanes,workInProgress.pendingProps,rootOrSingletonContext),renderLanes===null?current=!1:(workInProgress.stateNode=renderLanes,hydrationParentFiber=workInProgress,nextHydratableInstance=null,current=!0)),current||throwOnHydrationMismatch(workInProgress)),null;
case 13:
return updateSuspenseComponent(current,workInProgress,renderLanes);
case 4:
return pushHostContainer(workInProgress,workInProgress.stateNode.containerInfo),props=workInProgress.pendingProps,current===null?workInProgress.child=reconcileChildFibers(workInProgress,null,props,renderLanes):reconcileChildren(current,workInProgress,props,renderLanes),workInProgress.child;
case 11:
return updateForwardRef(current,workInProgress,workInProgress.type,workInProgress.pendingProps,renderLanes);
case 7:
return props=workInProgress.pendingProps,markRef(current,workInProgress),reconcileChildren(current,workInProgress,props,renderLanes),workInProgress.child;
case 8:
return reconcileChildren(current,workInProgress,workInProgress.pendingProps.children,renderLanes),workInProgress.child;
case 12:
return reconcileChildren(current,workInProgress,workInProgress.pendingProps.children,renderLanes),workInProgress.child;
case 10:
return updateContextProvider(current,workInProgress,renderLanes);
case 9:
return $$typeof=workInProgress.type._context,props=workInProgress.pendingProps.children,prepareToReadContext(workInProgress),$$typeof=readContext($$typeof),props=props($$typeof),workInProgress.flags|=1,reconcileChildren(current,workInProgress,props,renderLanes),workInProgress.child;
case 14:
return updateMemoComponent(current,workInProgress,workInProgress.type,workInProgress.pendingProps,renderLanes);
case 15:
return updateSimpleMemoComponent(current,workInProgress,workInProgress.type,workInProgress.pendingProps,renderLanes);
case 19:
return updateSuspenseListComponent(current,workInProgress,renderLanes);
case 31:
return updateActivityComponent(current,workInProgress,renderLanes);
case 22:
return updateOffscreenComponent(current,workInProgress,renderLanes,workInProgress.pendingProps);
case 24:
return prepareToReadContext(workInProgress),props=readContext(CacheContext),current===null?($$typeof=peekCacheFromPool(),$$typeof===null&&($$typeof=workInProgressRoot,prevState=createCache(),$$typeof.pooledCache=prevState,prevState.refCount++,prevState!==null&&($$typeof.pooledCacheLanes|=renderLanes),$$typeof=prevState),workInProgress.memoizedState={parent:props,cache:$$typeof},initializeUpdateQueue(workInProgress),pushProvider(workInProgress,CacheContext,$$typeof)):((current.lanes&renderLanes)!==0&&(cloneUpdateQueue(current,workInProgress),processUpdateQueue(workInProgress,null,null,renderLanes),suspendIfUpdateReadFromEntangledAsyncAction()),$$typeof=current.memoizedState,prevState=workInProgress.memoizedState,$$typeof.parent===props?(props=prevState.cache,pushProvider(workInProgress,CacheContext,props),props!==$$typeof.cache&&propagateContextChanges(workInProgress,[CacheContext],renderLanes,!0)):($$typeof={parent:props,cache:props},workInProgress.memoizedState=$$typeof,workInProgress.lanes===0&&(workInProgress.memoizedState=workInProgress.updateQueue.baseState=$$typeof),pushProvider(workInProgress,CacheContext,props))),reconcileChildren(current,workInProgress,workInProgress.pendingProps.children,renderLanes),workInProgress.child;
case 30:
return workInProgress.stateNode===null&&(workInProgress.stateNode={autoName:null,paired:null,clones:null,ref:null}),props=workInProgress.pendingProps,props.name!=null&&props.name!==`auto`?workInProgress.flags|=current===null?18882560:18874368:isHydrating&&pushMaterializedTreeId(workInProgress),current!==null&&current.memoizedProps.name!==props.name?workInProgress.flags|=4194816:markRef(current,workInProgress),reconcileChildren(current,workInProgress,props.children,renderLanes),workInProgress.child;
case 29:
throw workInProgress.pendingProps}
throw Error(formatProdErrorMessage(156,workInProgress.tag))}
function markUpdate(workInProgress){
workInProgress.flags|=4}
function preloadInstanceAndSuspendIfNeeded(workInProgress,type,oldProps,newProps,renderLanes){
var JSCompiler_temp;
if((JSCompiler_temp=!!(workInProgress.mode&32))&&(JSCompiler_temp=oldProps===null?maySuspendCommit(type,newProps):maySuspendCommit(type,newProps)&&(newProps.src!==oldProps.src||newProps.srcSet!==oldProps.srcSet)),JSCompiler_temp){
if(workInProgress.flags|=16777216,(renderLanes&335544128)===renderLanes){
if(workInProgress.stateNode.complete)workInProgress.flags|=8192;else if(shouldRemainOnPreviousScreen())workInProgress.flags|=8192;else throw suspendedThenable=noopSuspenseyCommitThenable,SuspenseyCommitException}}else workInProgress.flags&=-16777217}
function preloadResourceAndSuspendIfNeeded(workInProgress,resource){
if(resource.type!==`stylesheet`||resource.state.loading&4)workInProgress.flags&=-16777217;else if(workInProgress.flags|=16777216,!preloadResource(resource)){
if(shouldRemainOnPreviousScreen())workInProgress.flags|=8192;else throw suspendedThenable=noopSuspenseyCommitThenable,SuspenseyCommitException}}
function scheduleRetryEffect(workInProgress,retryQueue){
retryQueue!==null&&(workInProgress.flags|=4),workInProgress.flags&16384&&(retryQueue=workInProgress.tag===22?536870912:claimNextRetryLane(),workInProgress.lanes|=retryQueue,workInProgressSuspendedRetryLanes|=retryQueue)}
function cutOffTailIfNeeded(renderState,hasRenderedATailFallback){
if(!isHydrating)switch(renderState.tailMode){
case`visible`:
break;
case`collapsed`:
for(var tailNode=renderState.tail,lastTailNode=null;tailNode!==null;)tailNode.alternate!==null&&(lastTailNode=tailNode),tailNode=tailNode.sibling;
lastTailNode===null?hasRenderedATailFallback||renderState.tail===null?renderState.tail=null:renderState.tail.sibling=null:lastTailNode.sibling=null;
break;
default:
for(hasRenderedATailFallback=renderState.tail,tailNode=null;hasRenderedATailFallback!==null;)hasRenderedATailFallback.alternate!==null&&(tailNode=hasRenderedATailFallback),hasRenderedATailFallback=hasRenderedATailFallback.sibling;
tailNode===null?renderState.tail=null:tailNode.sibling=null}}
function bubbleProperties(completedWork){
var didBailout=completedWork.alternate!==null&&completedWork.alternate.child===completedWork.child,newChildLanes=0,subtreeFlags=0;
if(didBailout)for(var child$113=completedWork.child;child$113!==null;)newChildLanes|=child$113.lanes|child$113.childLanes,subtreeFlags|=child$113.subtreeFlags&1206910976,subtreeFlags|=child$113.flags&1206910976,child$113.return=completedWork,child$113=child$113.sibling;else for(child$113=completedWork.child;child$113!==null;)newChildLanes|=child$113.lanes|child$113.childLanes,subtreeFlags|=child$113.subtreeFlags,subtreeFlags|=child$113.flags,child$113.return=completedWork,child$113=child$113.sibling;
return completedWork.subtreeFlags|=subtreeFlags,completedWork.childLanes=newChildLanes,didBailout}
function completeWork(current,workInProgress,renderLanes){
var newProps=workInProgress.pendingProps;
switch(popTreeContext(workInProgress),workInProgress.tag){
case 16:
case 15:
case 0:
case 11:
case 7:
case 8:
case 12:
case 9:
case 14:
return bubbleProperties(workInProgress),null;
case 1:
return bubbleProperties(workInProgress),null;
case 3:
return renderLanes=workInProgress.stateNode,newProps=null,current!==null&&(newProps=current.memoizedState.cache),workInProgress.memoizedState.cache!==newProps&&(workInProgress.flags|=2048),popProvider(CacheContext),popHostContainer(),renderLanes.pendingContext&&(renderLanes.context=renderLanes.pendingContext,renderLanes.pendingContext=null),(current===null||current.child===null)&&(popHydrationState(workInProgress)?markUpdate(workInProgress):current===null||current.memoizedState.isDehydrated&&!(workInProgress.flags&256)||(workInProgress.flags|=1024,upgradeHydrationErrorsToRecoverable())),bubbleProperties(workInProgress),null;
case 26:
var type=workInProgress.type,nextResource=workInProgress.memoizedState;
return current===null?(markUpdate(workInProgress),nextResource===null?(bubbleProperties(workInProgress),preloadInstanceAndSuspendIfNeeded(workInProgress,type,null,newProps,renderLanes)):(bubbleProperties(workInProgress),preloadResourceAndSuspendIfNeeded(workInProgress,nextResource))):nextResource?nextResource===current.memoizedState?(bubbleProperties(workInProgress),workInProgress.flags&=-16777217):(markUpdate(workInProgress),bubbleProperties(workInProgress),preloadResourceAndSuspendIfNeeded(workInProgress,nextResource)):(current=current.memoizedProps,current!==newProps&&markUpdate(workInProgress),bubbleProperties(workInProgress),preloadInstanceAndSuspendIfNeeded(workInProgress,type,current,newProps,renderLanes)),null;
case 27:
if(popHostContext(workInProgress),renderLanes=rootInstanceStackCursor.current,type=workInProgress.type,current!==null&&workInProgress.stateNode!=null)current.memoizedProps!==newProps&&markUpdate(workInProgress);else{
if(!newProps){
if(workInProgress.stateNode===null)throw Error(formatProdErrorMessage(166));
return bubbleProperties(workInProgress),workInProgress.subtreeFlags&=-33554433,null}
current=contextStackCursor.current,popHydrationState(workInProgress)?prepareToHydrateHostInstance(workInProgress,current):(current=resolveSingletonInstance(type,newProps,renderLanes),workInProgress.stateNode=current,markUpdate(workInProgress))}
return bubbleProperties(workInProgress),workInProgress.subtreeFlags&=-33554433,null;
case 5:
if(popHostContext(workInProgress),type=workInProgress.type,current!==null&&workInProgress.stateNode!=null)current.memoizedProps!==newProps&&markUpdate(workInProgress);else{
if(!newProps){
if(workInProgress.stateNode===null)throw Error(formatProdErrorMessage(166));
return bubbleProperties(workInProgress),workInProgress.subtreeFlags&=-33554433,null}
if(nextResource=contextStackCursor.current,popHydrationState(workInProgress))prepareToHydrateHostInstance(workInProgress,nextResource);else{
var ownerDocument=getOwnerDocumentFromRootContainer(rootInstanceStackCursor.current);
switch(nextResource){
case 1:
nextResource=ownerDocument.createElementNS(`http://www.w3.org/2000/svg`,type);
break;
case 2:
nextResource=ownerDocument.createElementNS(`http://www.w3.org/1998/Math/MathML`,type);
break;
default:
switch(type){
case`svg`:
nextResource=ownerDocument.createElementNS(`http://www.w3.org/2000/svg`,type);
break;
case`math`:
nextResource=ownerDocument.createElementNS(`http://www.w3.org/1998/Math/MathML`,type);
break;
case`script`:
nextResource=ownerDocument.createElement(`div`),nextResource.innerHTML=`<script><\/script>`,nextResource=nextResource.removeChild(nextResource.firstChild);
break;
case`select`:
nextResource=typeof newProps.is==`string`?ownerDocument.createElement(`select`,{is:newProps.is}):ownerDocument.createElement(`select`),newProps.multiple?nextResource.multiple=!0:newProps.size&&(nextResource.size=newProps.size);
break;
default:
nextResource=typeof newProps.is==`string`?ownerDocument.createElement(type,{is:newProps.is}):ownerDocument.createElement(type)}}
nextResource[internalInstanceKey]=workInProgress,nextResource[internalPropsKey]=newProps;
a:for(ownerDocument=workInProgress.child;ownerDocument!==null;){
if(ownerDocument.tag===5||ownerDocument.tag===6)nextResource.appendChild(ownerDocument.stateNode);else if(ownerDocument.tag!==4&&ownerDocument.tag!==27&&ownerDocument.child!==null){
ownerDocument.child.return=ownerDocument,ownerDocument=ownerDocument.child;
continue}
if(ownerDocument===workInProgress)break a;
for(;ownerDocument.sibling===null;){
if(ownerDocument.return===null||ownerDocument.return===workInProgress)break a;
ownerDocument=ownerDocument.return}
ownerDocument.sibling.return=ownerDocument.return,ownerDocument=ownerDocument.sibling}
workInProgress.stateNode=nextResource;
a:switch(setInitialProperties(nextResource,type,newProps),type){
case`button`:
case`input`:
case`select`:
case`textarea`:
newProps=!!newProps.autoFocus;
break a;
case`img`:
newProps=!0;
break a;
default:
newProps=!1}
newProps&&markUpdate(workInProgress)}}
return bubbleProperties(workInProgress),workInProgress.subtreeFlags&=-33554433,preloadInstanceAndSuspendIfNeeded(workInProgress,workInProgress.type,current===null?null:current.memoizedProps,workInProgress.pendingProps,renderLanes),null;
case 6:
if(current&&workInProgress.stateNode!=null)current.memoizedProps!==newProps&&markUpdate(workInProgress);else{
if(typeof newProps!=`string`&&workInProgress.stateNode===null)throw Error(formatProdErrorMessage(166));
if(current=rootInstanceStackCursor.current,popHydrationState(workInProgress)){
if(current=workInProgress.stateNode,renderLanes=workInProgress.memoizedProps,newProps=null,type=hydrationParentFiber,type!==null)switch(type.tag){
case 27:
case 5:
newProps=type.memoizedProps}
current[internalInstanceKey]=workInProgress,current=!!(current.nodeValue===renderLanes||newProps!==null&&!0===newProps.suppressHydrationWarning||checkForUnmatchedText(current.nodeValue,renderLanes)),current||throwOnHydrationMismatch(workInProgress,!0)}else current=getOwnerDocumentFromRootContainer(current).createTextNode(newProps),current[internalInstanceKey]=workInProgress,workInProgress.stateNode=current}
return bubbleProperties(workInProgress),null;
case 31:
if(renderLanes=workInProgress.memoizedState,current===null||current.memoizedState!==null){
if(newProps=popHydrationState(workInProgress),renderLanes!==null){
if(current===null){
if(!newProps)throw Error(formatProdErrorMessage(318));
if(current=workInProgress.memoizedState,current=current===null?null:current.dehydrated,!current)throw Error(formatProdErrorMessage(557));
current[internalInstanceKey]=workInProgress}else resetHydrationState(),!(workInProgress.flags&128)&&(workInProgress.memoizedState=null),workInProgress.flags|=4;
bubbleProperties(workInProgress),current=!1}else renderLanes=upgradeHydrationErrorsToRecoverable(),current!==null&&current.memoizedState!==null&&(current.memoizedState.hydrationErrors=renderLanes),current=!0;
if(!current)return workInProgress.flags&256?(popSuspenseHandler(workInProgress),workInProgress):(popSuspenseHandler(workInProgress),null);
if(workInProgress.flags&128)throw Error(formatProdErrorMessage(558))}
return bubbleProperties(workInProgress),null;
case 13:
if(newProps=workInProgress.memoizedState,current===null||current.memoizedState!==null&&current.memoizedState.dehydrated!==null){
if(type=popHydrationState(workInProgress),newProps!==null&&newProps.dehydrated!==null){
if(current===null){
if(!type)throw Error(formatProdErrorMessage(318));
if(type=workInProgress.memoizedState,type=type===null?null:type.dehydrated,!type)throw Error(formatProdErrorMessage(317));
type[internalInstanceKey]=workInProgress}else resetHydrationState(),!(workInProgress.flags&128)&&(workInProgress.memoizedState=null),workInProgress.flags|=4;
bubbleProperties(workInProgress),type=!1}else type=upgradeHydrationErrorsToRecoverable(),current!==null&&current.memoizedState!==null&&(current.memoizedState.hydrationErrors=type),type=!0;
if(!type)return workInProgress.flags&256?(popSuspenseHandler(workInProgress),workInProgress):(popSuspenseHandler(workInProgress),null)}
return popSuspenseHandler(workInProgress),workInProgress.flags&128?(workInProgress.lanes=renderLanes,workInProgress):(renderLanes=newProps!==null,current=current!==null&&current.memoizedState!==null,renderLanes&&(newProps=workInProgress.child,type=null,newProps.alternate!==null&&newProps.alternate.memoizedState!==null&&newProps.alternate.memoizedState.cachePool!==null&&(type=newProps.alternate.memoizedState.cachePool.pool),nextResource=null,newProps.memoizedState!==null&&newProps.memoizedState.cachePool!==null&&(nextResource=newProps.memoizedState.cachePool.pool),nextResource!==type&&(newProps.flags|=2048)),renderLanes!==current&&renderLanes&&(workInProgress.child.flags|=8192),scheduleRetryEffect(workInProgress,workInProgress.updateQueue),bubbleProperties(workInProgress),null);
case 4:
return popHostContainer(),current===null&&listenToAllSupportedEvents(workInProgress.stateNode.containerInfo),workInProgress.flags|=67108864,bubbleProperties(workInProgress),null;
case 10:
return popProvider(workInProgress.type),bubbleProperties(workInProgress),null;
case 19:
if(popSuspenseListContext(workInProgress),newProps=workInProgress.memoizedState,newProps===null)return bubbleProperties(workInProgress),null;
if(type=!!(workInProgress.flags&128),nextResource=newProps.rendering,nextResource===null){
if(type)cutOffTailIfNeeded(newProps,!1);else{
if(workInProgressRootExitStatus!==0||current!==null&&current.flags&128)for(current=workInProgress.child;current!==null;){
if(nextResource=findFirstSuspended(current),nextResource!==null){
for(workInProgress.flags|=128,cutOffTailIfNeeded(newProps,!1),current=nextResource.updateQueue,workInProgress.updateQueue=current,scheduleRetryEffect(workInProgress,current),workInProgress.subtreeFlags=0,current=renderLanes,renderLanes=workInProgress.child;renderLanes!==null;)resetWorkInProgress(renderLanes,current),renderLanes=renderLanes.sibling;
return pushSuspenseListContext(workInProgress,suspenseStackCursor.current&1|2),isHydrating&&pushTreeFork(workInProgress,newProps.treeForkCount),workInProgress.child}
current=current.sibling}
newProps.tail!==null&&now()>workInProgressRootRenderTargetTime&&(workInProgress.flags|=128,type=!0,cutOffTailIfNeeded(newProps,!1),workInProgress.lanes=4194304)}}else{
if(!type){
if(current=findFirstSuspended(nextResource),current!==null){
if(workInProgress.flags|=128,type=!0,current=current.updateQueue,workInProgress.updateQueue=current,scheduleRetryEffect(workInProgress,current),cutOffTailIfNeeded(newProps,!0),newProps.tail===null&&newProps.tailMode!==`collapsed`&&newProps.tailMode!==`visible`&&!nextResource.alternate&&!isHydrating)return bubbleProperties(workInProgress),null}else 2*now()-newProps.renderingStartTime>workInProgressRootRenderTargetTime&&renderLanes!==536870912&&(workInProgress.flags|=128,type=!0,cutOffTailIfNeeded(newProps,!1),workInProgress.lanes=4194304)}
newProps.isBackwards?(nextResource.sibling=workInProgress.child,workInProgress.child=nextResource):(current=newProps.last,current===null?workInProgress.child=nextResource:current.sibling=nextResource,newProps.last=nextResource)}
if(newProps.tail!==null){
current=newProps.tail;
a:{
for(renderLanes=current;renderLanes!==null;){
if(renderLanes.alternate!==null){
renderLanes=!1;
break a}
renderLanes=renderLanes.sibling}
renderLanes=!0}
return newProps.rendering=current,newProps.tail=current.sibling,newProps.renderingStartTime=now(),current.sibling=null,nextResource=suspenseStackCursor.current,nextResource=type?nextResource&1|2:nextResource&1,newProps.tailMode===`visible`||newProps.tailMode===`collapsed`||!renderLanes||isHydrating?pushSuspenseListContext(workInProgress,nextResource):(renderLanes=nextResource,push(suspenseHandlerStackCursor,workInProgress),push(suspenseStackCursor,renderLanes),shellBoundary===null&&(shellBoundary=workInProgress)),isHydrating&&pushTreeFork(workInProgress,newProps.treeForkCount),current}
return bubbleProperties(workInProgress),null;
case 22:
case 23:
return popSuspenseHandler(workInProgress),popHiddenContext(),newProps=workInProgress.memoizedState!==null,current===null?newProps&&(workInProgress.flags|=8192):current.memoizedState!==null!==newProps&&(workInProgress.flags|=8192),newProps?renderLanes&536870912&&!(workInProgress.flags&128)&&(bubbleProperties(workInProgress),workInProgress.subtreeFlags&6&&(workInProgress.flags|=8192)):bubbleProperties(workInProgress),renderLanes=workInProgress.updateQueue,renderLanes!==null&&scheduleRetryEffect(workInProgress,renderLanes.retryQueue),renderLanes=null,current!==null&&current.memoizedState!==null&&current.memoizedState.cachePool!==null&&(renderLanes=current.memoizedState.cachePool.pool),newProps=null,workInProgress.memoizedState!==null&&workInProgress.memoizedState.cachePool!==null&&(newProps=workInProgress.memoizedState.cachePool.pool),newProps!==renderLanes&&(workInProgress.flags|=2048),current!==null&&pop(resumedCache),null;
case 24:
return renderLanes=null,current!==null&&(renderLanes=current.memoizedState.cache),workInProgress.memoizedState.cache!==renderLanes&&(workInProgress.flags|=2048),popProvider(CacheContext),bubbleProperties(workInProgress),null;
case 25:
return null;
case 30:
return workInProgress.flags|=33554432,bubbleProperties(workInProgress),null}
throw Error(formatProdErrorMessage(156,workInProgress.tag))}
function unwindWork(current,workInProgress){
switch(popTreeContext(workInProgress),workInProgress.tag){
case 1:
return current=workInProgress.flags,current&65536?(workInProgress.flags=current&-65537|128,workInProgress):null;
case 3:
return popProvider(CacheContext),popHostContainer(),current=workInProgress.flags,current&65536&&!(current&128)?(workInProgress.flags=current&-65537|128,workInProgress):null;
case 26:
case 27:
case 5:
return popHostContext(workInProgress),null;
case 31:
if(workInProgress.memoizedState!==null){
if(popSuspenseHandler(workInProgress),workInProgress.alternate===null)throw Error(formatProdErrorMessage(340));
resetHydrationState()}
return current=workInProgress.flags,current&65536?(workInProgress.flags=current&-65537|128,workInProgress):null;
case 13:
if(popSuspenseHandler(workInProgress),current=workInProgress.memoizedState,current!==null&&current.dehydrated!==null){
if(workInProgress.alternate===null)throw Error(formatProdErrorMessage(340));
resetHydrationState()}
return current=workInProgress.flags,current&65536?(workInProgress.flags=current&-65537|128,workInProgress):null;
case 19:
return popSuspenseListContext(workInProgress),current=workInProgress.flags,current&65536?(workInProgress.flags=current&-65537|128,current=workInProgress.memoizedState,current!==null&&(current.rendering=null,current.tail=null),workInProgress.flags|=4,workInProgress):null;
case 4:
return popHostContainer(),null;
case 10:
return popProvider(workInProgress.type),null;
case 22:
case 23:
return popSuspenseHandler(workInProgress),popHiddenContext(),current!==null&&pop(resumedCache),current=workInProgress.flags,current&65536?(workInProgress.flags=current&-65537|128,workInProgress):null;
case 24:
return popProvider(CacheContext),null;
case 25:
return null;
default:
return null}}
function unwindInterruptedWork(current,interruptedWork){
switch(popTreeContext(interruptedWork),interruptedWork.tag){
case 3:
popProvider(CacheContext),popHostContainer();
break;
case 26:
case 27:
case 5:
popHostContext(interruptedWork);
break;
case 4:
popHostContainer();
break;
case 31:
interruptedWork.memoizedState!==null&&popSuspenseHandler(interruptedWork);
break;
case 13:
popSuspenseHandler(interruptedWork);
break;
case 19:
popSuspenseListContext(interruptedWork);
break;
case 10:
popProvider(interruptedWork.type);
break;
case 22:
case 23:
popSuspenseHandler(interruptedWork),popHiddenContext(),current!==null&&pop(resumedCache);
break;
case 24:
popProvider(CacheContext)}}
function commitHookEffectListMount(flags,finishedWork){
try{
var updateQueue=finishedWork.updateQueue,lastEffect=updateQueue===null?null:updateQueue.lastEffect;
if(lastEffect!==null){
var firstEffect=lastEffect.next;
updateQueue=firstEffect;
do{
if((updateQueue.tag&flags)===flags){
lastEffect=void 0;
var create=updateQueue.create,inst=updateQueue.inst;
lastEffect=create(),inst.destroy=lastEffect}
updateQueue=updateQueue.next}while(updateQueue!==firstEffect)}}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}
function commitHookEffectListUnmount(flags,finishedWork,nearestMountedAncestor$jscomp$0){
try{
var updateQueue=finishedWork.updateQueue,lastEffect=updateQueue===null?null:updateQueue.lastEffect;
if(lastEffect!==null){
var firstEffect=lastEffect.next;
updateQueue=firstEffect;
do{
if((updateQueue.tag&flags)===flags){
var inst=updateQueue.inst,destroy=inst.destroy;
if(destroy!==void 0){
inst.destroy=void 0,lastEffect=finishedWork;
var nearestMountedAncestor=nearestMountedAncestor$jscomp$0,destroy_=destroy;
try{
destroy_()}catch(error){
captureCommitPhaseError(lastEffect,nearestMountedAncestor,error)}}}
updateQueue=updateQueue.next}while(updateQueue!==firstEffect)}}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}
function commitClassCallbacks(finishedWork){
var updateQueue=finishedWork.updateQueue;
if(updateQueue!==null){
var instance=finishedWork.stateNode;
try{
commitCallbacks(updateQueue,instance)}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}}
function safelyCallComponentWillUnmount(current,nearestMountedAncestor,instance){
instance.props=resolveClassComponentProps(current.type,current.memoizedProps),instance.state=current.memoizedState;
try{
instance.componentWillUnmount()}catch(error){
captureCommitPhaseError(current,nearestMountedAncestor,error)}}
function safelyAttachRef(current,nearestMountedAncestor){
try{
var ref=current.ref;
if(ref!==null){
switch(current.tag){
case 26:
case 27:
case 5:
var instanceToUse=current.stateNode;
break;
case 30:
var instance=current.stateNode,name=getViewTransitionName(current.memoizedProps,instance);
(instance.ref===null||instance.ref.name!==name)&&(instance.ref=createViewTransitionInstance(name)),instanceToUse=instance.ref;
break;
case 7:
if(current.stateNode===null){
var fragmentInstance=new FragmentInstance(current);
traverseVisibleInstancesAndTextInstances(current.child,!1,addFragmentHandleToFiber,fragmentInstance,void 0,void 0),current.stateNode=fragmentInstance}
instanceToUse=current.stateNode;
break;
default:
instanceToUse=current.stateNode}
typeof ref==`function`?current.refCleanup=ref(instanceToUse):ref.current=instanceToUse}}catch(error){
captureCommitPhaseError(current,nearestMountedAncestor,error)}}
function safelyDetachRef(current,nearestMountedAncestor){
var ref=current.ref,refCleanup=current.refCleanup;
if(ref!==null){
if(typeof refCleanup==`function`)try{
refCleanup()}catch(error){
captureCommitPhaseError(current,nearestMountedAncestor,error)}finally{
current.refCleanup=null,current=current.alternate,current!=null&&(current.refCleanup=null)}else if(typeof ref==`function`)try{
ref(null)}catch(error$148){
captureCommitPhaseError(current,nearestMountedAncestor,error$148)}else ref.current=null}}
function commitNewChildToFragmentInstances(fiber,parentFragmentInstances){
if((fiber.tag===5||fiber.tag===27||fiber.tag===6)&&fiber.alternate===null&&parentFragmentInstances!==null)for(var i=0;i<parentFragmentInstances.length;i++)commitNewChildToFragmentInstance(fiber.stateNode,parentFragmentInstances[i])}
function commitFragmentInstanceInsertionEffects(fiber){
for(var parent=fiber.return;parent!==null&&(isFragmentInstanceParent(parent)&&commitNewChildToFragmentInstance(fiber.stateNode,parent.stateNode),!isFragmentInstanceHostBoundary(parent));)parent=parent.return}
function commitFragmentInstanceDeletionEffects(fiber){
for(var parent=fiber.return;parent!==null&&(isFragmentInstanceParent(parent)&&deleteChildFromFragmentInstance(fiber.stateNode,parent.stateNode),!isFragmentInstanceHostBoundary(parent));)parent=parent.return}
function isFragmentInstanceHostBoundary(fiber){
return fiber.tag===5||fiber.tag===3||fiber.tag===27}
function isFragmentInstanceParent(fiber){
return fiber&&fiber.tag===7&&fiber.stateNode!==null}
function commitHostMount(finishedWork){
var type=finishedWork.type,props=finishedWork.memoizedProps,instance=finishedWork.stateNode;
try{
a:switch(type){
case`button`:
case`input`:
case`select`:
case`textarea`:
props.autoFocus&&instance.focus();
break a;
case`img`:
props.src?instance.src=props.src:props.srcSet&&(instance.srcset=props.srcSet)}}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}
function commitHostUpdate(finishedWork,newProps,oldProps){
try{
var domElement=finishedWork.stateNode;
updateProperties(domElement,finishedWork.type,oldProps,newProps),domElement[internalPropsKey]=newProps}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}
function isHostParent(fiber){
return fiber.tag===5||fiber.tag===3||fiber.tag===26||fiber.tag===27&&isSingletonScope(fiber.type)||fiber.tag===4}
function getHostSibling(fiber){
a:for(;;){
for(;fiber.sibling===null;){
if(fiber.return===null||isHostParent(fiber.return))return null;
fiber=fiber.return}
for(fiber.sibling.return=fiber.return,fiber=fiber.sibling;fiber.tag!==5&&fiber.tag!==6&&fiber.tag!==18;){
if(fiber.tag===27&&isSingletonScope(fiber.type)||fiber.flags&2||fiber.child===null||fiber.tag===4)continue a;
fiber.child.return=fiber,fiber=fiber.child}
if(!(fiber.flags&2))return fiber.stateNode}}
function insertOrAppendPlacementNodeIntoContainer(node,before,parent,parentFragmentInstances){
var tag=node.tag;
if(tag===5||tag===6)tag=node.stateNode,before?(parent.nodeType===9?parent.body:parent.nodeName===`HTML`?parent.ownerDocument.body:parent).insertBefore(tag,before):(before=parent.nodeType===9?parent.body:parent.nodeName===`HTML`?parent.ownerDocument.body:parent,before.appendChild(tag),parent=parent._reactRootContainer,parent!=null||before.onclick!==null||(before.onclick=noop$1)),commitNewChildToFragmentInstances(node,parentFragmentInstances),viewTransitionMutationContext=!0;else if(tag!==4&&(tag===27&&(commitNewChildToFragmentInstances(node,parentFragmentInstances),parentFragmentInstances=null,isSingletonScope(node.type)&&(parent=node.stateNode,before=null)),node=node.child,node!==null))for(insertOrAppendPlacementNodeIntoContainer(node,before,parent,parentFragmentInstances),node=node.sibling;node!==null;)insertOrAppendPlacementNodeIntoContainer(node,before,parent,parentFragmentInstances),node=node.sibling}
function insertOrAppendPlacementNode(node,before,parent,parentFragmentInstances){
var tag=node.tag;
if(tag===5||tag===6)tag=node.stateNode,before?parent.insertBefore(tag,before):parent.appendChild(tag),commitNewChildToFragmentInstances(node,parentFragmentInstances),viewTransitionMutationContext=!0;else if(tag!==4&&(tag===27&&(commitNewChildToFragmentInstances(node,parentFragmentInstances),parentFragmentInstances=null,isSingletonScope(node.type)&&(parent=node.stateNode)),node=node.child,node!==null))for(insertOrAppendPlacementNode(node,before,parent,parentFragmentInstances),node=node.sibling;node!==null;)insertOrAppendPlacementNode(node,before,parent,parentFragmentInstances),node=node.sibling}
function commitHostSingletonAcquisition(finishedWork){
var singleton=finishedWork.stateNode,props=finishedWork.memoizedProps;
try{
for(var type=finishedWork.type,attributes=singleton.attributes;attributes.length;)singleton.removeAttributeNode(attributes[0]);
setInitialProperties(singleton,type,props),singleton[internalInstanceKey]=finishedWork,singleton[internalPropsKey]=props}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}
var shouldStartViewTransition=!1,appearingViewTransitions=null;
function trackEnterViewTransitions(placement){
(placement.tag===30||placement.subtreeFlags&33554432)&&(shouldStartViewTransition=!0)}
var viewTransitionCancelableChildren=null;
function pushViewTransitionCancelableScope(){
var prevChildren=viewTransitionCancelableChildren;
return viewTransitionCancelableChildren=null,prevChildren}
var viewTransitionHostInstanceIdx=0;
function applyViewTransitionToHostInstances(fiber,name,className,collectMeasurements,stopAtNestedViewTransitions){
return viewTransitionHostInstanceIdx=0,applyViewTransitionToHostInstancesRecursive(fiber.child,name,className,collectMeasurements,stopAtNestedViewTransitions)}
function applyViewTransitionToHostInstancesRecursive(child,name,className,collectMeasurements,stopAtNestedViewTransitions){
for(var inViewport=!1;child!==null;){
if(child.tag===5){
var instance=child.stateNode;
if(collectMeasurements!==null){
var measurement=measureInstance(instance);
collectMeasurements.push(measurement),measurement.view&&(inViewport=!0)}else inViewport||measureInstance(instance).view&&(inViewport=!0);
shouldStartViewTransition=!0,applyViewTransitionName(instance,viewTransitionHostInstanceIdx===0?name:name+`_`+viewTransitionHostInstanceIdx,className),viewTransitionHostInstanceIdx++}else child.tag===22&&child.memoizedState!==null||child.tag===30&&stopAtNestedViewTransitions||applyViewTransitionToHostInstancesRecursive(child.child,name,className,collectMeasurements,stopAtNestedViewTransitions)&&(inViewport=!0);
child=child.sibling}
return inViewport}
function restoreViewTransitionOnHostInstances(child,stopAtNestedViewTransitions){
for(;child!==null;)child.tag===5?restoreViewTransitionName(child.stateNode,child.memoizedProps):child.tag===22&&child.memoizedState!==null||child.tag===30&&stopAtNestedViewTransitions||restoreViewTransitionOnHostInstances(child.child,stopAtNestedViewTransitions),child=child.sibling}
function commitAppearingPairViewTransitions(placement){
if(placement.subtreeFlags&18874368)for(placement=placement.child;placement!==null;){
if((placement.tag!==22||placement.memoizedState===null)&&(commitAppearingPairViewTransitions(placement),placement.tag===30&&placement.flags&18874368&&placement.stateNode.paired)){
var props=placement.memoizedProps;
if(props.name==null||props.name===`auto`)throw Error(formatProdErrorMessage(544));
var name=props.name;
props=getViewTransitionClassName(props.default,props.share),props!==`none`&&(applyViewTransitionToHostInstances(placement,name,props,null,!1)||restoreViewTransitionOnHostInstances(placement.child,!1))}
placement=placement.sibling}}
function commitEnterViewTransitions(placement,gesture){
if(placement.tag===30){
var state=placement.stateNode,props=placement.memoizedProps,name=getViewTransitionName(props,state),className=getViewTransitionClassName(props.default,state.paired?props.share:props.enter);
className===`none`?commitAppearingPairViewTransitions(placement):applyViewTransitionToHostInstances(placement,name,className,null,!1)?(commitAppearingPairViewTransitions(placement),state.paired||gesture||scheduleViewTransitionEvent(placement,props.onEnter)):restoreViewTransitionOnHostInstances(placement.child,!1)}else if(placement.subtreeFlags&33554432)for(placement=placement.child;placement!==null;)commitEnterViewTransitions(placement,gesture),placement=placement.sibling;else commitAppearingPairViewTransitions(placement)}
function commitDeletedPairViewTransitions(deletion){
if(appearingViewTransitions!==null&&appearingViewTransitions.size!==0){
var pairs=appearingViewTransitions;
if(deletion.subtreeFlags&18874368)for(deletion=deletion.child;deletion!==null;){
if(deletion.tag!==22||deletion.memoizedState===null){
if(deletion.tag===30&&deletion.flags&18874368){
var props=deletion.memoizedProps,name=props.name;
if(name!=null&&name!==`auto`){
var pair=pairs.get(name);
if(pair!==void 0){
var className=getViewTransitionClassName(props.default,props.share);
if(className!==`none`&&(applyViewTransitionToHostInstances(deletion,name,className,null,!1)?(className=deletion.stateNode,pair.paired=className,className.paired=pair,scheduleViewTransitionEvent(deletion,props.onShare)):restoreViewTransitionOnHostInstances(deletion.child,!1)),pairs.delete(name),pairs.size===0)break}}}
commitDeletedPairViewTransitions(deletion)}
deletion=deletion.sibling}}}
function commitExitViewTransitions(deletion){
if(deletion.tag===30){
var props=deletion.memoizedProps,name=getViewTransitionName(props,deletion.stateNode),pair=appearingViewTransitions===null?void 0:appearingViewTransitions.get(name),className=getViewTransitionClassName(props.default,pair===void 0?props.exit:props.share);
className!==`none`&&(applyViewTransitionToHostInstances(deletion,name,className,null,!1)?pair===void 0?scheduleViewTransitionEvent(deletion,props.onExit):(className=deletion.stateNode,pair.paired=className,className.paired=pair,appearingViewTransitions.delete(name),scheduleViewTransitionEvent(deletion,props.onShare)):restoreViewTransitionOnHostInstances(deletion.child,!1)),appearingViewTransitions!==null&&commitDeletedPairViewTransitions(deletion)}else if(deletion.subtreeFlags&33554432)for(deletion=deletion.child;deletion!==null;)commitExitViewTransitions(deletion),deletion=deletion.sibling;else appearingViewTransitions!==null&&commitDeletedPairViewTransitions(deletion)}
function commitNestedViewTransitions(changedParent){
for(changedParent=changedParent.child;changedParent!==null;){
if(changedParent.tag===30){
var props=changedParent.memoizedProps,name=getViewTransitionName(props,changedParent.stateNode);
props=getViewTransitionClassName(props.default,props.update),changedParent.flags&=-5,props!==`none`&&applyViewTransitionToHostInstances(changedParent,name,props,changedParent.memoizedState=[],!1)}else changedParent.subtreeFlags&33554432&&commitNestedViewTransitions(changedParent);
changedParent=changedParent.sibling}}
function restorePairedViewTransitions(parent){
if(parent.subtreeFlags&18874368)for(parent=parent.child;parent!==null;){
if(parent.tag!==22||parent.memoizedState===null){
if(parent.tag===30&&parent.flags&18874368){
var instance=parent.stateNode;
instance.paired!==null&&(instance.paired=null,restoreViewTransitionOnHostInstances(parent.child,!1))}
restorePairedViewTransitions(parent)}
parent=parent.sibling}}
function restoreEnterOrExitViewTransitions(fiber){
if(fiber.tag===30)fiber.stateNode.paired=null,restoreViewTransitionOnHostInstances(fiber.child,!1),restorePairedViewTransitions(fiber);else if(fiber.subtreeFlags&33554432)for(fiber=fiber.child;fiber!==null;)restoreEnterOrExitViewTransitions(fiber),fiber=fiber.sibling;else restorePairedViewTransitions(fiber)}
function restoreNestedViewTransitions(changedParent){
for(changedParent=changedParent.child;changedParent!==null;)changedParent.tag===30?restoreViewTransitionOnHostInstances(changedParent.child,!1):changedParent.subtreeFlags&33554432&&restoreNestedViewTransitions(changedParent),changedParent=changedParent.sibling}
function measureViewTransitionHostInstancesRecursive(parentViewTransition,child,newName,oldName,className,previousMeasurements,stopAtNestedViewTransitions){
for(var inViewport=!1;child!==null;){
if(child.tag===5){
var instance=child.stateNode;
if(previousMeasurements!==null&&viewTransitionHostInstanceIdx<previousMeasurements.length){
var previousMeasurement=previousMeasurements[viewTransitionHostInstanceIdx],nextMeasurement=measureInstance(instance);
(previousMeasurement.view||nextMeasurement.view)&&(inViewport=!0);
var JSCompiler_temp;
if(JSCompiler_temp=!(parentViewTransition.flags&4)){
if(nextMeasurement.clip)JSCompiler_temp=!0;else{
JSCompiler_temp=previousMeasurement.rect;
var newRect=nextMeasurement.rect;
JSCompiler_temp=JSCompiler_temp.y!==newRect.y||JSCompiler_temp.x!==newRect.x||JSCompiler_temp.height!==newRect.height||JSCompiler_temp.width!==newRect.width}}
JSCompiler_temp&&(parentViewTransition.flags|=4),nextMeasurement.abs?nextMeasurement=!previousMeasurement.abs:(previousMeasurement=previousMeasurement.rect,nextMeasurement=nextMeasurement.rect,nextMeasurement=previousMeasurement.height!==nextMeasurement.height||previousMeasurement.width!==nextMeasurement.width),nextMeasurement&&(parentViewTransition.flags|=32)}else parentViewTransition.flags|=32;
parentViewTransition.flags&4&&applyViewTransitionName(instance,viewTransitionHostInstanceIdx===0?newName:newName+`_`+viewTransitionHostInstanceIdx,className),inViewport&&parentViewTransition.flags&4||(viewTransitionCancelableChildren===null&&(viewTransitionCancelableChildren=[]),viewTransitionCancelableChildren.push(instance,viewTransitionHostInstanceIdx===0?oldName:oldName+`_`+viewTransitionHostInstanceIdx,child.memoizedProps)),viewTransitionHostInstanceIdx++}else(child.tag!==22||child.memoizedState===null)&&(child.tag===30&&stopAtNestedViewTransitions?parentViewTransition.flags|=child.flags&32:measureViewTransitionHostInstancesRecursive(parentViewTransition,child.child,newName,oldName,className,previousMeasurements,stopAtNestedViewTransitions)&&(inViewport=!0));
child=child.sibling}
return inViewport}
function measureNestedViewTransitions(changedParent,gesture){
for(changedParent=changedParent.child;changedParent!==null;){
if(changedParent.tag===30){
var props=changedParent.memoizedProps,state=changedParent.stateNode,name=getViewTransitionName(props,state),className=getViewTransitionClassName(props.default,props.update);
if(gesture){
state=state.clones;
var previousMeasurements=state===null?null:state.map(measureClonedInstance)}else previousMeasurements=changedParent.memoizedState,changedParent.memoizedState=null;
state=changedParent;
var child=changedParent.child;
viewTransitionHostInstanceIdx=0,name=measureViewTransitionHostInstancesRecursive(state,child,name,name,className,previousMeasurements,!1),changedParent.flags&4&&name&&(gesture||scheduleViewTransitionEvent(changedParent,props.onUpdate))}else changedParent.subtreeFlags&33554432&&measureNestedViewTransitions(changedParent,gesture);
changedParent=changedParent.sibling}}
var offscreenSubtreeIsHidden=!1,offscreenSubtreeWasHidden=!1,offscreenDirectParentIsHidden=!1,needsFormReset=!1,PossiblyWeakSet=typeof WeakSet==`function`?WeakSet:Set,nextEffect=null,viewTransitionContextChanged=!1,inUpdateViewTransition=!1,rootViewTransitionAffected=!1,rootViewTransitionNameCanceled=!1;
function commitBeforeMutationEffects(root,firstChild,committedLanes){
if(root=root.containerInfo,eventsEnabled=_enabled,root=getActiveElementDeep(root),hasSelectionCapabilities(root)){
if(`selectionStart`in root)var JSCompiler_temp={start:root.selectionStart,end:root.selectionEnd};else a:{
JSCompiler_temp=(JSCompiler_temp=root.ownerDocument)&&JSCompiler_temp.defaultView||window;
var selection=JSCompiler_temp.getSelection&&JSCompiler_temp.getSelection();
if(selection&&selection.rangeCount!==0){
JSCompiler_temp=selection.anchorNode;
var anchorOffset=selection.anchorOffset,focusNode=selection.focusNode;
selection=selection.focusOffset;
try{
JSCompiler_temp.nodeType,focusNode.nodeType}catch{
JSCompiler_temp=null;
break a}
var length=0,start=-1,end=-1,indexWithinAnchor=0,indexWithinFocus=0,node=root,parentNode=null;
b:for(;;){
for(var next;node!==JSCompiler_temp||anchorOffset!==0&&node.nodeType!==3||(start=length+anchorOffset),node!==focusNode||selection!==0&&node.nodeType!==3||(end=length+selection),node.nodeType===3&&(length+=node.nodeValue.length),(next=node.firstChild)!==null;)parentNode=node,node=next;
for(;;){
if(node===root)break b;
if(parentNode===JSCompiler_temp&&++indexWithinAnchor===anchorOffset&&(start=length),parentNode===focusNode&&++indexWithinFocus===selection&&(end=length),(next=node.nextSibling)!==null)break;
node=parentNode,parentNode=node.parentNode}
node=next}
JSCompiler_temp=start===-1||end===-1?null:{start,end}}else JSCompiler_temp=null}
JSCompiler_temp||={start:0,end:0}}else JSCompiler_temp=null;
for(selectionInformation={focusedElem:root,selectionRange:JSCompiler_temp},_enabled=!1,committedLanes=(committedLanes&335544064)===committedLanes,nextEffect=firstChild,firstChild=committedLanes?9270:1024;nextEffect!==null;){
if(root=nextEffect,committedLanes&&(JSCompiler_temp=root.deletions,JSCompiler_temp!==null))for(anchorOffset=0;anchorOffset<JSCompiler_temp.length;anchorOffset++)committedLanes&&commitExitViewTransitions(JSCompiler_temp[anchorOffset]);
if(root.alternate===null&&root.flags&2)committedLanes&&trackEnterViewTransitions(root),commitBeforeMutationEffects_complete(committedLanes);else{
if(root.tag===22){
if(JSCompiler_temp=root.alternate,root.memoizedState!==null){
JSCompiler_temp!==null&&JSCompiler_temp.memoizedState===null&&committedLanes&&commitExitViewTransitions(JSCompiler_temp),commitBeforeMutationEffects_complete(committedLanes);
continue}
if(JSCompiler_temp!==null&&JSCompiler_temp.memoizedState!==null){
committedLanes&&trackEnterViewTransitions(root),commitBeforeMutationEffects_complete(committedLanes);
continue}}
JSCompiler_temp=root.child,(root.subtreeFlags&firstChild)!==0&&JSCompiler_temp!==null?(JSCompiler_temp.return=root,nextEffect=JSCompiler_temp):(committedLanes&&commitNestedViewTransitions(root),commitBeforeMutationEffects_complete(committedLanes))}}
appearingViewTransitions=null}
function commitBeforeMutationEffects_complete(isViewTransitionEligible$jscomp$0){
for(;nextEffect!==null;){
var fiber=nextEffect,isViewTransitionEligible=isViewTransitionEligible$jscomp$0,current=fiber.alternate,flags=fiber.flags;
switch(fiber.tag){
case 0:
case 11:
case 15:
break;
case 1:
if(flags&1024&&current!==null){
isViewTransitionEligible=void 0,flags=current.memoizedProps,current=current.memoizedState;
var instance=fiber.stateNode;
try{
var resolvedPrevProps=resolveClassComponentProps(fiber.type,flags);
isViewTransitionEligible=instance.getSnapshotBeforeUpdate(resolvedPrevProps,current),instance.__reactInternalSnapshotBeforeUpdate=isViewTransitionEligible}catch(error){
captureCommitPhaseError(fiber,fiber.return,error)}}
break;
case 3:
if(flags&1024){
if(current=fiber.stateNode.containerInfo,isViewTransitionEligible=current.nodeType,isViewTransitionEligible===9)clearContainerSparingly(current);else if(isViewTransitionEligible===1)switch(current.nodeName){
case`HEAD`:
case`HTML`:
case`BODY`:
clearContainerSparingly(current);
break;
default:
current.textContent=``}}
break;
case 5:
case 26:
case 27:
case 6:
case 4:
case 17:
break;
case 30:
isViewTransitionEligible&&current!==null&&(isViewTransitionEligible=getViewTransitionName(current.memoizedProps,current.stateNode),flags=fiber.memoizedProps,flags=getViewTransitionClassName(flags.default,flags.update),flags!==`none`&&applyViewTransitionToHostInstances(current,isViewTransitionEligible,flags,current.memoizedState=[],!0));
break;
default:
if(flags&1024)throw Error(formatProdErrorMessage(163))}
if(current=fiber.sibling,current!==null){
current.return=fiber.return,nextEffect=current;
break}
nextEffect=fiber.return}}
function commitLayoutEffectOnFiber(finishedRoot,current,finishedWork){
var flags=finishedWork.flags;
switch(finishedWork.tag){
case 0:
case 11:
case 15:
recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),flags&4&&commitHookEffectListMount(5,finishedWork);
break;
case 1:
if(recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),flags&4){
if(finishedRoot=finishedWork.stateNode,current===null)try{
finishedRoot.componentDidMount()}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}else{
var prevProps=resolveClassComponentProps(finishedWork.type,current.memoizedProps);
current=current.memoizedState;
try{
finishedRoot.componentDidUpdate(prevProps,current,finishedRoot.__reactInternalSnapshotBeforeUpdate)}catch(error$146){
captureCommitPhaseError(finishedWork,finishedWork.return,error$146)}}}
flags&64&&commitClassCallbacks(finishedWork),flags&512&&safelyAttachRef(finishedWork,finishedWork.return);
break;
case 3:
if(recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),flags&64&&(finishedRoot=finishedWork.updateQueue,finishedRoot!==null)){
if(current=null,finishedWork.child!==null)switch(finishedWork.child.tag){
case 27:
case 5:
current=finishedWork.child.stateNode;
break;
case 1:
current=finishedWork.child.stateNode}
try{
commitCallbacks(finishedRoot,current)}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}
break;
case 27:
current===null&&flags&4&&commitHostSingletonAcquisition(finishedWork);
case 26:
case 5:
recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),current===null&&flags&4&&commitHostMount(finishedWork),flags&512&&safelyAttachRef(finishedWork,finishedWork.return);
break;
case 12:
recursivelyTraverseLayoutEffects(finishedRoot,finishedWork);
break;
case 31:
recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),flags&4&&commitActivityHydrationCallbacks(finishedRoot,finishedWork);
break;
case 13:
recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),flags&4&&commitSuspenseHydrationCallbacks(finishedRoot,finishedWork),flags&64&&(finishedRoot=finishedWork.memoizedState,finishedRoot!==null&&(finishedRoot=finishedRoot.dehydrated,finishedRoot!==null&&(finishedWork=retryDehydratedSuspenseBoundary.bind(null,finishedWork),registerSuspenseInstanceRetry(finishedRoot,finishedWork))));
break;
case 22:
if(flags=finishedWork.memoizedState!==null||offscreenSubtreeIsHidden,!flags){
var newOffscreenSubtreeWasHidden=current!==null&&current.memoizedState!==null||offscreenSubtreeWasHidden;
current=offscreenSubtreeIsHidden,prevProps=offscreenSubtreeWasHidden,offscreenSubtreeIsHidden=flags,(offscreenSubtreeWasHidden=newOffscreenSubtreeWasHidden)&&!prevProps?(flags=2,finishedWork.subtreeFlags&8772&&(flags|=1),recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,flags)):recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),offscreenSubtreeIsHidden=current,offscreenSubtreeWasHidden=prevProps}
break;
case 30:
recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),flags&512&&safelyAttachRef(finishedWork,finishedWork.return);
break;
case 7:
flags&512&&safelyAttachRef(finishedWork,finishedWork.return);
default:
recursivelyTraverseLayoutEffects(finishedRoot,finishedWork)}}
function hideOrUnhideAllChildren(parentFiber,isHidden){
for(parentFiber=parentFiber.child;parentFiber!==null;)hideOrUnhideAllChildrenOnFiber(parentFiber,isHidden),parentFiber=parentFiber.sibling}
function hideOrUnhideAllChildrenOnFiber(fiber,isHidden){
switch(fiber.tag){
case 5:
case 26:
try{
var instance=fiber.stateNode;
if(isHidden){
var style=instance.style;
typeof style.setProperty==`function`?style.setProperty(`display`,`none`,`important`):style.display=`none`}else{
var instance$jscomp$0=fiber.stateNode,styleProp=fiber.memoizedProps.style,display=styleProp!=null&&styleProp.hasOwnProperty(`display`)?styleProp.display:null;
instance$jscomp$0.style.display=display==null||typeof display==`boolean`?``:(``+display).trim()}}catch(error){
captureCommitPhaseError(fiber,fiber.return,error)}
hideOrUnhideNearestPortals(fiber,isHidden);
break;
case 6:
try{
fiber.stateNode.nodeValue=isHidden?``:fiber.memoizedProps,viewTransitionMutationContext=!0}catch(error){
captureCommitPhaseError(fiber,fiber.return,error)}
break;
case 18:
try{
var instance$jscomp$1=fiber.stateNode;
isHidden?hideOrUnhideDehydratedBoundary(instance$jscomp$1,!0):hideOrUnhideDehydratedBoundary(fiber.stateNode,!1)}catch(error){
captureCommitPhaseError(fiber,fiber.return,error)}
break;
case 22:
case 23:
fiber.memoizedState===null&&hideOrUnhideAllChildren(fiber,isHidden);
break;
default:
hideOrUnhideAllChildren(fiber,isHidden)}}
function hideOrUnhideNearestPortals(parentFiber,isHidden$jscomp$0){
if(parentFiber.subtreeFlags&67108864)for(parentFiber=parentFiber.child;parentFiber!==null;){
a:{
var fiber=parentFiber,isHidden=isHidden$jscomp$0;
switch(fiber.tag){
case 4:
hideOrUnhideAllChildrenOnFiber(fiber,isHidden);
break a;
case 22:
fiber.memoizedState===null&&hideOrUnhideNearestPortals(fiber,isHidden);
break a;
default:
hideOrUnhideNearestPortals(fiber,isHidden)}}
parentFiber=parentFiber.sibling}}
function detachFiberAfterEffects(fiber){
var alternate=fiber.alternate;
alternate!==null&&(fiber.alternate=null,detachFiberAfterEffects(alternate)),fiber.child=null,fiber.deletions=null,fiber.sibling=null,fiber.tag===5&&(alternate=fiber.stateNode,alternate!==null&&detachDeletedInstance(alternate)),fiber.stateNode=null,fiber.return=null,fiber.dependencies=null,fiber.memoizedProps=null,fiber.memoizedState=null,fiber.pendingProps=null,fiber.stateNode=null,fiber.updateQueue=null}
var hostParent=null,hostParentIsContainer=!1;
function recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,parent){
for(parent=parent.child;parent!==null;)commitDeletionEffectsOnFiber(finishedRoot,nearestMountedAncestor,parent),parent=parent.sibling}
function commitDeletionEffectsOnFiber(finishedRoot,nearestMountedAncestor,deletedFiber){
if(injectedHook&&typeof injectedHook.onCommitFiberUnmount==`function`)try{
injectedHook.onCommitFiberUnmount(rendererID,deletedFiber)}catch{}
switch(deletedFiber.tag){
case 26:
offscreenSubtreeWasHidden||safelyDetachRef(deletedFiber,nearestMountedAncestor),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber),deletedFiber.memoizedState?deletedFiber.memoizedState.count--:deletedFiber.stateNode&&!offscreenSubtreeWasHidden&&(deletedFiber=deletedFiber.stateNode,deletedFiber.parentNode.removeChild(deletedFiber));
break;
case 27:
offscreenSubtreeWasHidden||safelyDetachRef(deletedFiber,nearestMountedAncestor),commitFragmentInstanceDeletionEffects(deletedFiber);
var prevHostParent=hostParent,prevHostParentIsContainer=hostParentIsContainer;
isSingletonScope(deletedFiber.type)&&(hostParent=deletedFiber.stateNode,hostParentIsContainer=!1),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber),releaseSingletonInstance(deletedFiber.stateNode,deletedFiber.type,deletedFiber.memoizedProps),hostParent=prevHostParent,hostParentIsContainer=prevHostParentIsContainer;
break;
case 5:
offscreenSubtreeWasHidden||safelyDetachRef(deletedFiber,nearestMountedAncestor),commitFragmentInstanceDeletionEffects(deletedFiber);
case 6:
if(deletedFiber.tag===6&&commitFragmentInstanceDeletionEffects(deletedFiber),prevHostParent=hostParent,prevHostParentIsContainer=hostParentIsContainer,hostParent=null,recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber),hostParent=prevHostParent,hostParentIsContainer=prevHostParentIsContainer,hostParent!==null){
if(hostParentIsContainer)try{
(hostParent.nodeType===9?hostParent.body:hostParent.nodeName===`HTML`?hostParent.ownerDocument.body:hostParent).removeChild(deletedFiber.stateNode),viewTransitionMutationContext=!0}catch(error){
captureCommitPhaseError(deletedFiber,nearestMountedAncestor,error)}else try{
hostParent.removeChild(deletedFiber.stateNode),viewTransitionMutationContext=!0}catch(error){
captureCommitPhaseError(deletedFiber,nearestMountedAncestor,error)}}
break;
case 18:
hostParent!==null&&(hostParentIsContainer?(finishedRoot=hostParent,clearHydrationBoundary(finishedRoot.nodeType===9?finishedRoot.body:finishedRoot.nodeName===`HTML`?finishedRoot.ownerDocument.body:finishedRoot,deletedFiber.stateNode),retryIfBlockedOn(finishedRoot)):clearHydrationBoundary(hostParent,deletedFiber.stateNode));
break;
case 4:
prevHostParent=hostParent,prevHostParentIsContainer=hostParentIsContainer,hostParent=deletedFiber.stateNode.containerInfo,hostParentIsContainer=!0,recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber),hostParent=prevHostParent,hostParentIsContainer=prevHostParentIsContainer;
break;
case 0:
case 11:
case 14:
case 15:
commitHookEffectListUnmount(2,deletedFiber,nearestMountedAncestor),offscreenSubtreeWasHidden||commitHookEffectListUnmount(4,deletedFiber,nearestMountedAncestor),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber);
break;
case 1:
offscreenSubtreeWasHidden||(safelyDetachRef(deletedFiber,nearestMountedAncestor),prevHostParent=deletedFiber.stateNode,typeof prevHostParent.componentWillUnmount==`function`&&safelyCallComponentWillUnmount(deletedFiber,nearestMountedAncestor,prevHostParent)),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber);
break;
case 21:
recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber);
break;
case 22:
offscreenSubtreeWasHidden=(prevHostParent=offscreenSubtreeWasHidden)||deletedFiber.memoizedState!==null,recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber),offscreenSubtreeWasHidden=prevHostParent;
break;
case 30:
safelyDetachRef(deletedFiber,nearestMountedAncestor),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber);
break;
case 7:
offscreenSubtreeWasHidden||safelyDetachRef(deletedFiber,nearestMountedAncestor),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber);
break;
default:
recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber)}}
function commitActivityHydrationCallbacks(finishedRoot,finishedWork){
if(finishedWork.memoizedState===null&&(finishedRoot=finishedWork.alternate,finishedRoot!==null&&(finishedRoot=finishedRoot.memoizedState,finishedRoot!==null))){
finishedRoot=finishedRoot.dehydrated;
try{
retryIfBlockedOn(finishedRoot)}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}}
function commitSuspenseHydrationCallbacks(finishedRoot,finishedWork){
if(finishedWork.memoizedState===null&&(finishedRoot=finishedWork.alternate,finishedRoot!==null&&(finishedRoot=finishedRoot.memoizedState,finishedRoot!==null&&(finishedRoot=finishedRoot.dehydrated,finishedRoot!==null))))try{
retryIfBlockedOn(finishedRoot)}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}
function getRetryCache(finishedWork){
switch(finishedWork.tag){
case 31:
case 13:
case 19:
var retryCache=finishedWork.stateNode;
return retryCache===null&&(retryCache=finishedWork.stateNode=new PossiblyWeakSet),retryCache;
case 22:
return finishedWork=finishedWork.stateNode,retryCache=finishedWork._retryCache,retryCache===null&&(retryCache=finishedWork._retryCache=new PossiblyWeakSet),retryCache;
default:
throw Error(formatProdErrorMessage(435,finishedWork.tag))}}
function attachSuspenseRetryListeners(finishedWork,wakeables){
var retryCache=getRetryCache(finishedWork);
wakeables.forEach(function(wakeable){
if(!retryCache.has(wakeable)){
retryCache.add(wakeable);
var retry=resolveRetryWakeable.bind(null,finishedWork,wakeable);
wakeable.then(retry,retry)}})}
function recursivelyTraverseMutationEffects(root$jscomp$0,parentFiber,lanes){
var deletions=parentFiber.deletions;
if(deletions!==null)for(var i=0;i<deletions.length;i++){
var childToDelete=deletions[i],root=root$jscomp$0,returnFiber=parentFiber,parent=returnFiber;
a:for(;parent!==null;){
switch(parent.tag){
case 27:
if(isSingletonScope(parent.type)){
hostParent=parent.stateNode,hostParentIsContainer=!1;
break a}
break;
case 5:
hostParent=parent.stateNode,hostParentIsContainer=!1;
break a;
case 3:
case 4:
hostParent=parent.stateNode.containerInfo,hostParentIsContainer=!0;
break a}
parent=parent.return}
if(hostParent===null)throw Error(formatProdErrorMessage(160));
commitDeletionEffectsOnFiber(root,returnFiber,childToDelete),hostParent=null,hostParentIsContainer=!1,root=childToDelete.alternate,root!==null&&(root.return=null),childToDelete.return=null}
if(parentFiber.subtreeFlags&13886)for(parentFiber=parentFiber.child;parentFiber!==null;)commitMutationEffectsOnFiber(parentFiber,root$jscomp$0,lanes),parentFiber=parentFiber.sibling}
var currentHoistableRoot=null;
function commitMutationEffectsOnFiber(finishedWork,root,lanes){
var current=finishedWork.alternate,flags=finishedWork.flags;
switch(finishedWork.tag){
case 0:
case 11:
case 14:
case 15:
if(flags&4&&(current=finishedWork.updateQueue,current=current===null?null:current.events,current!==null))for(var ii=0;ii<current.length;ii++){
var _eventPayloads$ii2=current[ii];
_eventPayloads$ii2.ref.impl=_eventPayloads$ii2.nextImpl}
recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),flags&4&&(commitHookEffectListUnmount(3,finishedWork,finishedWork.return),commitHookEffectListMount(3,finishedWork),commitHookEffectListUnmount(5,finishedWork,finishedWork.return));
break;
case 1:
recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),flags&512&&(offscreenSubtreeWasHidden||current===null||safelyDetachRef(current,current.return)),flags&64&&offscreenSubtreeIsHidden&&(finishedWork=finishedWork.updateQueue,finishedWork!==null&&(root=finishedWork.callbacks,root!==null&&(lanes=finishedWork.shared.hiddenCallbacks,finishedWork.shared.hiddenCallbacks=lanes===null?root:lanes.concat(root))));
break;
case 26:
if(ii=currentHoistableRoot,recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),flags&512&&(offscreenSubtreeWasHidden||current===null||safelyDetachRef(current,current.return)),flags&4){
if(flags=current===null?null:current.memoizedState,lanes=finishedWork.memoizedState,current===null){
if(lanes===null){
if(finishedWork.stateNode===null){
if(offscreenSubtreeIsHidden)finishedWork.stateNode=createHoistableInstance(finishedWork.type,finishedWork.memoizedProps,root.containerInfo,finishedWork);else{
a:{
root=finishedWork.type,lanes=finishedWork.memoizedProps,flags=ii.ownerDocument||ii;
b:switch(root){
case`title`:
current=flags.getElementsByTagName(`title`)[0],(!current||current[internalHoistableMarker]||current[internalInstanceKey]||current.namespaceURI===`http://www.w3.org/2000/svg`||current.hasAttribute(`itemprop`))&&(current=flags.createElement(root),flags.head.insertBefore(current,flags.querySelector(`head > title`))),setInitialProperties(current,root,lanes),current[internalInstanceKey]=finishedWork,markNodeAsHoistable(current),root=current;
break a;
case`link`:
if(ii=getHydratableHoistableCache(`link`,`href`,flags).get(root+(lanes.href||``))){
for(_eventPayloads$ii2=0;_eventPayloads$ii2<ii.length;_eventPayloads$ii2++)if(current=ii[_eventPayloads$ii2],current.getAttribute(`href`)===(lanes.href==null||lanes.href===``?null:lanes.href)&&current.getAttribute(`rel`)===(lanes.rel==null?null:lanes.rel)&&current.getAttribute(`title`)===(lanes.title==null?null:lanes.title)&&current.getAttribute(`crossorigin`)===(lanes.crossOrigin==null?null:lanes.crossOrigin)){
ii.splice(_eventPayloads$ii2,1);
break b}}
current=flags.createElement(root),setInitialProperties(current,root,lanes),flags.head.appendChild(current);
break;
case`meta`:
if(ii=getHydratableHoistableCache(`meta`,`content`,flags).get(root+(lanes.content||``))){
for(_eventPayloads$ii2=0;_eventPayloads$ii2<ii.length;_eventPayloads$ii2++)if(current=ii[_eventPayloads$ii2],current.getAttribute(`content`)===(lanes.content==null?null:``+lanes.content)&&current.getAttribute(`name`)===(lanes.name==null?null:lanes.name)&&current.getAttribute(`property`)===(lanes.property==null?null:lanes.property)&&current.getAttribute(`http-equiv`)===(lanes.httpEquiv==null?null:lanes.httpEquiv)&&current.getAttribute(`charset`)===(lanes.charSet==null?null:lanes.charSet)){
ii.splice(_eventPayloads$ii2,1);
break b}}
current=flags.createElement(root),setInitialProperties(current,root,lanes),flags.head.appendChild(current);
break;
default:
throw Error(formatProdErrorMessage(468,root))}
current[internalInstanceKey]=finishedWork,markNodeAsHoistable(current),root=current}
finishedWork.stateNode=root}}else offscreenSubtreeIsHidden||mountHoistable(ii,finishedWork.type,finishedWork.stateNode)}else finishedWork.stateNode=acquireResource(ii,lanes,finishedWork.memoizedProps)}else flags===lanes?lanes===null&&finishedWork.stateNode!==null&&commitHostUpdate(finishedWork,finishedWork.memoizedProps,current.memoizedProps):(flags===null?(root=current.stateNode,root===null||offscreenSubtreeWasHidden||root.parentNode.removeChild(root)):flags.count--,lanes===null?offscreenSubtreeIsHidden||mountHoistable(ii,finishedWork.type,finishedWork.stateNode):acquireResource(ii,lanes,finishedWork.memoizedProps))}
break;
case 27:
recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),flags&512&&(offscreenSubtreeWasHidden||current===null||safelyDetachRef(current,current.return)),current!==null&&flags&4&&commitHostUpdate(finishedWork,finishedWork.memoizedProps,current.memoizedProps);
break;
case 5:
if(ii=offscreenDirectParentIsHidden,offscreenDirectParentIsHidden=!1,recursivelyTraverseMutationEffects(root,finishedWork,lanes),offscreenDirectParentIsHidden=ii,commitReconciliationEffects(finishedWork),flags&512&&(offscreenSubtreeWasHidden||current===null||safelyDetachRef(current,current.return)),finishedWork.flags&32){
root=finishedWork.stateNode;
try{
setTextContent(root,``),viewTransitionMutationContext=!0}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}
flags&4&&finishedWork.stateNode!=null&&(root=finishedWork.memoizedProps,commitHostUpdate(finishedWork,root,current===null?root:current.memoizedProps)),flags&1024&&(needsFormReset=!0);
break;
case 6:
if(recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),flags&4){
if(finishedWork.stateNode===null)throw Error(formatProdErrorMessage(162));
root=finishedWork.memoizedProps,lanes=finishedWork.stateNode;
try{
lanes.nodeValue=root,viewTransitionMutationContext=!0}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}
break;
case 3:
if(viewTransitionMutationContext=!1,tagCaches=null,ii=currentHoistableRoot,currentHoistableRoot=getHoistableRoot(root.containerInfo),recursivelyTraverseMutationEffects(root,finishedWork,lanes),currentHoistableRoot=ii,commitReconciliationEffects(finishedWork),flags&4&&current!==null&&current.memoizedState.isDehydrated)try{
retryIfBlockedOn(root.containerInfo)}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}
needsFormReset&&(needsFormReset=!1,recursivelyResetForms(finishedWork)),viewTransitionMutationContext=!1;
break;
case 4:
flags=offscreenDirectParentIsHidden,offscreenDirectParentIsHidden=offscreenSubtreeIsHidden,current=pushMutationContext(),ii=currentHoistableRoot,currentHoistableRoot=getHoistableRoot(finishedWork.stateNode.containerInfo),recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),currentHoistableRoot=ii,viewTransitionMutationContext&&inUpdateViewTransition&&(rootViewTransitionAffected=!0),viewTransitionMutationContext=current,offscreenDirectParentIsHidden=flags;
break;
case 12:
recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork);
break;
case 31:
recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),flags&4&&(root=finishedWork.updateQueue,root!==null&&(finishedWork.updateQueue=null,attachSuspenseRetryListeners(finishedWork,root)));
break;
case 13:
recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),finishedWork.child.flags&8192&&finishedWork.memoizedState!==null!=(current!==null&&current.memoizedState!==null)&&(globalMostRecentFallbackTime=now()),flags&4&&(root=finishedWork.updateQueue,root!==null&&(finishedWork.updateQueue=null,attachSuspenseRetryListeners(finishedWork,root)));
break;
case 22:
ii=finishedWork.memoizedState!==null,_eventPayloads$ii2=current!==null&&current.memoizedState!==null;
var prevOffscreenSubtreeIsHidden=offscreenSubtreeIsHidden,prevOffscreenSubtreeWasHidden=offscreenSubtreeWasHidden,prevOffscreenDirectParentIsHidden$166=offscreenDirectParentIsHidden;
offscreenSubtreeIsHidden=prevOffscreenSubtreeIsHidden||ii,offscreenDirectParentIsHidden=prevOffscreenDirectParentIsHidden$166||ii,offscreenSubtreeWasHidden=prevOffscreenSubtreeWasHidden||_eventPayloads$ii2,recursivelyTraverseMutationEffects(root,finishedWork,lanes),offscreenSubtreeWasHidden=prevOffscreenSubtreeWasHidden,offscreenDirectParentIsHidden=prevOffscreenDirectParentIsHidden$166,offscreenSubtreeIsHidden=prevOffscreenSubtreeIsHidden,commitReconciliationEffects(finishedWork),flags&8192&&(root=finishedWork.stateNode,root._visibility=ii?root._visibility&-2:root._visibility|1,!ii||current===null||_eventPayloads$ii2||offscreenSubtreeIsHidden||offscreenSubtreeWasHidden||(root=_eventPayloads$ii2||offscreenSubtreeWasHidden,lanes=offscreenSubtreeIsHidden,current=offscreenSubtreeWasHidden,offscreenSubtreeIsHidden=ii||offscreenSubtreeIsHidden,offscreenSubtreeWasHidden=root,recursivelyTraverseDisappearLayoutEffects(finishedWork,2),offscreenSubtreeIsHidden=lanes,offscreenSubtreeWasHidden=current),!ii&&offscreenDirectParentIsHidden||hideOrUnhideAllChildren(finishedWork,ii)),flags&4&&(root=finishedWork.updateQueue,root!==null&&(lanes=root.retryQueue,lanes!==null&&(root.retryQueue=null,attachSuspenseRetryListeners(finishedWork,lanes))));
break;
case 19:
recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),flags&4&&(root=finishedWork.updateQueue,root!==null&&(finishedWork.updateQueue=null,attachSuspenseRetryListeners(finishedWork,root)));
break;
case 30:
flags&512&&(offscreenSubtreeWasHidden||current===null||safelyDetachRef(current,current.return)),flags=pushMutationContext(),ii=inUpdateViewTransition,_eventPayloads$ii2=(lanes&335544064)===lanes,prevOffscreenSubtreeIsHidden=finishedWork.memoizedProps,inUpdateViewTransition=_eventPayloads$ii2&&getViewTransitionClassName(prevOffscreenSubtreeIsHidden.default,prevOffscreenSubtreeIsHidden.update)!==`none`,recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork),_eventPayloads$ii2&&current!==null&&viewTransitionMutationContext&&(finishedWork.flags|=4),inUpdateViewTransition=ii,viewTransitionMutationContext=flags;
break;
case 21:
break;
case 7:
flags&512&&(offscreenSubtreeWasHidden||current===null||safelyDetachRef(current,current.return)),current&&current.stateNode!==null&&(current.stateNode._fragmentFiber=finishedWork);
default:
recursivelyTraverseMutationEffects(root,finishedWork,lanes),commitReconciliationEffects(finishedWork)}}
function commitReconciliationEffects(finishedWork){
var flags=finishedWork.flags;
if(flags&2){
try{
for(var hostParentFiber,parentFiber=finishedWork.return;parentFiber!==null;){
if(isHostParent(parentFiber)){
hostParentFiber=parentFiber;
break}
parentFiber=parentFiber.return}
parentFiber=null;
for(var parent=finishedWork.return;parent!==null;){
if(isFragmentInstanceParent(parent)){
var fragmentInstance=parent.stateNode;
parentFiber===null?parentFiber=[fragmentInstance]:parentFiber.push(fragmentInstance)}
if(isFragmentInstanceHostBoundary(parent))break;
parent=parent.return}
var JSCompiler_inline_result=parentFiber;
if(hostParentFiber==null)throw Error(formatProdErrorMessage(160));
switch(hostParentFiber.tag){
case 27:
var parent$jscomp$0=hostParentFiber.stateNode;
insertOrAppendPlacementNode(finishedWork,getHostSibling(finishedWork),parent$jscomp$0,JSCompiler_inline_result);
break;
case 5:
var parent$149=hostParentFiber.stateNode;
hostParentFiber.flags&32&&(setTextContent(parent$149,``),hostParentFiber.flags&=-33),insertOrAppendPlacementNode(finishedWork,getHostSibling(finishedWork),parent$149,JSCompiler_inline_result);
break;
case 3:
case 4:
var parent$151=hostParentFiber.stateNode.containerInfo;
insertOrAppendPlacementNodeIntoContainer(finishedWork,getHostSibling(finishedWork),parent$151,JSCompiler_inline_result);
break;
default:
throw Error(formatProdErrorMessage(161))}}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}
finishedWork.flags&=-3}
flags&4096&&(finishedWork.flags&=-4097)}
function recursivelyResetForms(parentFiber){
if(parentFiber.subtreeFlags&1024)for(parentFiber=parentFiber.child;parentFiber!==null;){
var fiber=parentFiber;
recursivelyResetForms(fiber),fiber.tag===5&&fiber.flags&1024&&(fiber=fiber.stateNode,_enabled=!0,fiber.reset(),_enabled=!1),parentFiber=parentFiber.sibling}}
function recursivelyTraverseAfterMutationEffects(root,parentFiber){
if(parentFiber.subtreeFlags&9270)for(parentFiber=parentFiber.child;parentFiber!==null;)commitAfterMutationEffectsOnFiber(parentFiber,root),parentFiber=parentFiber.sibling;else measureNestedViewTransitions(parentFiber,!1)}
function commitAfterMutationEffectsOnFiber(finishedWork,root){
var current=finishedWork.alternate;
if(current===null)commitEnterViewTransitions(finishedWork,!1);else switch(finishedWork.tag){
case 3:
if(rootViewTransitionNameCanceled=viewTransitionContextChanged=!1,pushViewTransitionCancelableScope(),recursivelyTraverseAfterMutationEffects(root,finishedWork),!viewTransitionContextChanged&&!rootViewTransitionAffected){
if(finishedWork=viewTransitionCancelableChildren,finishedWork!==null)for(var i=0;i<finishedWork.length;i+=3){
current=finishedWork[i];
var oldName=finishedWork[i+1];
restoreViewTransitionName(current,finishedWork[i+2]),current=current.ownerDocument.documentElement,current!==null&&current.animate({opacity:[0,0],pointerEvents:[`none`,`none`]},{duration:0,fill:`forwards`,pseudoElement:`::view-transition-group(`+oldName+`)`})}
finishedWork=root.containerInfo,finishedWork=finishedWork.nodeType===9?finishedWork.documentElement:finishedWork.ownerDocument.documentElement,finishedWork!==null&&finishedWork.style.viewTransitionName===``&&(finishedWork.style.viewTransitionName=`none`,finishedWork.animate({opacity:[0,0],pointerEvents:[`none`,`none`]},{duration:0,fill:`forwards`,pseudoElement:`::view-transition-group(root)`}),finishedWork.animate({width:[0,0],height:[0,0]},{duration:0,fill:`forwards`,pseudoElement:`::view-transition`})),rootViewTransitionNameCanceled=!0}
viewTransitionCancelableChildren=null;
break;
case 5:
recursivelyTraverseAfterMutationEffects(root,finishedWork);
break;
case 4:
i=viewTransitionContextChanged,viewTransitionContextChanged=!1,recursivelyTraverseAfterMutationEffects(root,finishedWork),viewTransitionContextChanged&&(rootViewTransitionAffected=!0),viewTransitionContextChanged=i;
break;
case 22:
finishedWork.memoizedState===null&&(current.memoizedState===null?recursivelyTraverseAfterMutationEffects(root,finishedWork):commitEnterViewTransitions(finishedWork,!1));
break;
case 30:
i=viewTransitionContextChanged,oldName=pushViewTransitionCancelableScope(),viewTransitionContextChanged=!1,recursivelyTraverseAfterMutationEffects(root,finishedWork),viewTransitionContextChanged&&(finishedWork.flags|=4);
var props=finishedWork.memoizedProps,state=finishedWork.stateNode;
root=getViewTransitionName(props,state),state=getViewTransitionName(current.memoizedProps,state);
var className=getViewTransitionClassName(props.default,props.update);
className===`none`?root=!1:(props=current.memoizedState,current.memoizedState=null,current=finishedWork.child,viewTransitionHostInstanceIdx=0,root=measureViewTransitionHostInstancesRecursive(finishedWork,current,root,state,className,props,!0),viewTransitionHostInstanceIdx!==(props===null?0:props.length)&&(finishedWork.flags|=32)),finishedWork.flags&4&&root?(scheduleViewTransitionEvent(finishedWork,finishedWork.memoizedProps.onUpdate),viewTransitionCancelableChildren=oldName):oldName!==null&&(oldName.push.apply(oldName,viewTransitionCancelableChildren),viewTransitionCancelableChildren=oldName),viewTransitionContextChanged=finishedWork.flags&32?!0:i;
break;
default:
recursivelyTraverseAfterMutationEffects(root,finishedWork)}}
function recursivelyTraverseLayoutEffects(root,parentFiber){
if(parentFiber.subtreeFlags&8772)for(parentFiber=parentFiber.child;parentFiber!==null;)commitLayoutEffectOnFiber(root,parentFiber.alternate,parentFiber),parentFiber=parentFiber.sibling}
function recursivelyTraverseDisappearLayoutEffects(parentFiber,layoutEffectTraversalFlags$jscomp$0){
for(parentFiber=parentFiber.child;parentFiber!==null;){
var finishedWork=parentFiber,layoutEffectTraversalFlags=layoutEffectTraversalFlags$jscomp$0;
switch(finishedWork.tag){
case 0:
case 11:
case 14:
case 15:
commitHookEffectListUnmount(4,finishedWork,finishedWork.return),recursivelyTraverseDisappearLayoutEffects(finishedWork,layoutEffectTraversalFlags);
break;
case 1:
safelyDetachRef(finishedWork,finishedWork.return);
var instance=finishedWork.stateNode;
typeof instance.componentWillUnmount==`function`&&safelyCallComponentWillUnmount(finishedWork,finishedWork.return,instance),recursivelyTraverseDisappearLayoutEffects(finishedWork,layoutEffectTraversalFlags);
break;
case 27:
layoutEffectTraversalFlags&2&&releaseSingletonInstance(finishedWork.stateNode,finishedWork.type,finishedWork.memoizedProps);
case 5:
safelyDetachRef(finishedWork,finishedWork.return),finishedWork.tag!==5&&finishedWork.tag!==27||commitFragmentInstanceDeletionEffects(finishedWork),recursivelyTraverseDisappearLayoutEffects(finishedWork,layoutEffectTraversalFlags);
break;
case 6:
commitFragmentInstanceDeletionEffects(finishedWork);
break;
case 26:
safelyDetachRef(finishedWork,finishedWork.return),instance=finishedWork.stateNode,finishedWork.memoizedState!==null||instance===null||offscreenSubtreeWasHidden||instance.parentNode.removeChild(instance),recursivelyTraverseDisappearLayoutEffects(finishedWork,layoutEffectTraversalFlags);
break;
case 22:
finishedWork.memoizedState===null&&recursivelyTraverseDisappearLayoutEffects(finishedWork,layoutEffectTraversalFlags);
break;
case 30:
safelyDetachRef(finishedWork,finishedWork.return),recursivelyTraverseDisappearLayoutEffects(finishedWork,layoutEffectTraversalFlags);
break;
case 7:
safelyDetachRef(finishedWork,finishedWork.return);
default:
recursivelyTraverseDisappearLayoutEffects(finishedWork,layoutEffectTraversalFlags)}
parentFiber=parentFiber.sibling}}
function recursivelyTraverseReappearLayoutEffects(finishedRoot$jscomp$0,parentFiber,layoutEffectTraversalFlags){
for(layoutEffectTraversalFlags=parentFiber.subtreeFlags&8772?layoutEffectTraversalFlags:layoutEffectTraversalFlags&-2,parentFiber=parentFiber.child;parentFiber!==null;){
var current=parentFiber.alternate,finishedRoot=finishedRoot$jscomp$0,finishedWork=parentFiber,flags=finishedWork.flags,includeWorkInProgressEffects=!!(layoutEffectTraversalFlags&1);
switch(finishedWork.tag){
case 0:
case 11:
case 15:
recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags),commitHookEffectListMount(4,finishedWork);
break;
case 1:
if(recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags),current=finishedWork,finishedRoot=current.stateNode,typeof finishedRoot.componentDidMount==`function`)try{
finishedRoot.componentDidMount()}catch(error){
captureCommitPhaseError(current,current.return,error)}
if(current=finishedWork,finishedRoot=current.updateQueue,finishedRoot!==null){
var instance=current.stateNode;
try{
var hiddenCallbacks=finishedRoot.shared.hiddenCallbacks;
if(hiddenCallbacks!==null)for(finishedRoot.shared.hiddenCallbacks=null,finishedRoot=0;finishedRoot<hiddenCallbacks.length;finishedRoot++)callCallback(hiddenCallbacks[finishedRoot],instance)}catch(error){
captureCommitPhaseError(current,current.return,error)}}
includeWorkInProgressEffects&&flags&64&&commitClassCallbacks(finishedWork),safelyAttachRef(finishedWork,finishedWork.return);
break;
case 27:
layoutEffectTraversalFlags&2&&commitHostSingletonAcquisition(finishedWork);
case 5:
finishedWork.tag!==5&&finishedWork.tag!==27||commitFragmentInstanceInsertionEffects(finishedWork),recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags),includeWorkInProgressEffects&&current===null&&flags&4&&commitHostMount(finishedWork),safelyAttachRef(finishedWork,finishedWork.return);
break;
case 6:
commitFragmentInstanceInsertionEffects(finishedWork);
break;
case 26:
instance=finishedWork.stateNode,finishedWork.memoizedState!==null||instance===null||offscreenSubtreeIsHidden||mountHoistable(getHoistableRoot(instance.ownerDocument),finishedWork.type,instance),recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags),includeWorkInProgressEffects&&current===null&&flags&4&&commitHostMount(finishedWork),safelyAttachRef(finishedWork,finishedWork.return);
break;
case 12:
recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags);
break;
case 31:
recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags),includeWorkInProgressEffects&&flags&4&&commitActivityHydrationCallbacks(finishedRoot,finishedWork);
break;
case 13:
recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags),includeWorkInProgressEffects&&flags&4&&commitSuspenseHydrationCallbacks(finishedRoot,finishedWork);
break;
case 22:
finishedWork.memoizedState===null&&recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags),safelyAttachRef(finishedWork,finishedWork.return);
break;
case 30:
recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags),safelyAttachRef(finishedWork,finishedWork.return);
break;
case 7:
safelyAttachRef(finishedWork,finishedWork.return);
default:
recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,layoutEffectTraversalFlags)}
parentFiber=parentFiber.sibling}}
function commitOffscreenPassiveMountEffects(current,finishedWork){
var previousCache=null;
current!==null&&current.memoizedState!==null&&current.memoizedState.cachePool!==null&&(previousCache=current.memoizedState.cachePool.pool),current=null,finishedWork.memoizedState!==null&&finishedWork.memoizedState.cachePool!==null&&(current=finishedWork.memoizedState.cachePool.pool),current!==previousCache&&(current!=null&&current.refCount++,previousCache!=null&&releaseCache(previousCache))}
function commitCachePassiveMountEffect(current,finishedWork){
current=null,finishedWork.alternate!==null&&(current=finishedWork.alternate.memoizedState.cache),finishedWork=finishedWork.memoizedState.cache,finishedWork!==current&&(finishedWork.refCount++,current!=null&&releaseCache(current))}
function recursivelyTraversePassiveMountEffects(root,parentFiber,committedLanes,committedTransitions){
var isViewTransitionEligible=(committedLanes&335544064)===committedLanes;
if(parentFiber.subtreeFlags&(isViewTransitionEligible?10262:10256))for(parentFiber=parentFiber.child;parentFiber!==null;)commitPassiveMountOnFiber(root,parentFiber,committedLanes,committedTransitions),parentFiber=parentFiber.sibling;else isViewTransitionEligible&&restoreNestedViewTransitions(parentFiber)}
function commitPassiveMountOnFiber(finishedRoot,finishedWork,committedLanes,committedTransitions){
var isViewTransitionEligible=(committedLanes&335544064)===committedLanes;
isViewTransitionEligible&&finishedWork.alternate===null&&finishedWork.return!==null&&finishedWork.return.alternate!==null&&restoreEnterOrExitViewTransitions(finishedWork);
var flags=finishedWork.flags;
switch(finishedWork.tag){
case 0:
case 11:
case 15:
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions),flags&2048&&commitHookEffectListMount(9,finishedWork);
break;
case 1:
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions);
break;
case 3:
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions),isViewTransitionEligible&&rootViewTransitionNameCanceled&&(finishedRoot=finishedRoot.containerInfo,finishedRoot=finishedRoot.nodeType===9?finishedRoot.body:finishedRoot.nodeName===`HTML`?finishedRoot.ownerDocument.body:finishedRoot,finishedRoot.style.viewTransitionName===`root`&&(finishedRoot.style.viewTransitionName=``),finishedRoot=finishedRoot.ownerDocument.documentElement,finishedRoot!==null&&finishedRoot.style.viewTransitionName===`none`&&(finishedRoot.style.viewTransitionName=``)),flags&2048&&(flags=null,finishedWork.alternate!==null&&(flags=finishedWork.alternate.memoizedState.cache),finishedWork=finishedWork.memoizedState.cache,finishedWork!==flags&&(finishedWork.refCount++,flags!=null&&releaseCache(flags)));
break;
case 12:
if(flags&2048){
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions),flags=finishedWork.stateNode;
try{
var _finishedWork$memoize2=finishedWork.memoizedProps,id=_finishedWork$memoize2.id,onPostCommit=_finishedWork$memoize2.onPostCommit;
typeof onPostCommit==`function`&&onPostCommit(id,finishedWork.alternate===null?`mount`:`update`,flags.passiveEffectDuration,-0)}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}else recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions);
break;
case 31:
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions);
break;
case 13:
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions);
break;
case 23:
break;
case 22:
_finishedWork$memoize2=finishedWork.stateNode,id=finishedWork.alternate,finishedWork.memoizedState===null?(isViewTransitionEligible&&id!==null&&id.memoizedState!==null&&restoreEnterOrExitViewTransitions(finishedWork),_finishedWork$memoize2._visibility&2?recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions):(_finishedWork$memoize2._visibility|=2,recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,!!(finishedWork.subtreeFlags&10256)||!1))):(isViewTransitionEligible&&id!==null&&id.memoizedState===null&&restoreEnterOrExitViewTransitions(id),_finishedWork$memoize2._visibility&2?recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions):recursivelyTraverseAtomicPassiveEffects(finishedRoot,finishedWork)),flags&2048&&commitOffscreenPassiveMountEffects(id,finishedWork);
break;
case 24:
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions),flags&2048&&commitCachePassiveMountEffect(finishedWork.alternate,finishedWork);
break;
case 30:
isViewTransitionEligible&&(flags=finishedWork.alternate,flags!==null&&(restoreViewTransitionOnHostInstances(flags.child,!0),restoreViewTransitionOnHostInstances(finishedWork.child,!0))),recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions);
break;
default:
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions)}}
function recursivelyTraverseReconnectPassiveEffects(finishedRoot$jscomp$0,parentFiber,committedLanes$jscomp$0,committedTransitions$jscomp$0,includeWorkInProgressEffects){
for(includeWorkInProgressEffects&&=!!(parentFiber.subtreeFlags&10256)||!1,parentFiber=parentFiber.child;parentFiber!==null;){
var finishedRoot=finishedRoot$jscomp$0,finishedWork=parentFiber,committedLanes=committedLanes$jscomp$0,committedTransitions=committedTransitions$jscomp$0,flags=finishedWork.flags;
switch(finishedWork.tag){
case 0:
case 11:
case 15:
recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects),commitHookEffectListMount(8,finishedWork);
break;
case 23:
break;
case 22:
var instance=finishedWork.stateNode;
finishedWork.memoizedState===null?(instance._visibility|=2,recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects)):instance._visibility&2?recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects):recursivelyTraverseAtomicPassiveEffects(finishedRoot,finishedWork),includeWorkInProgressEffects&&flags&2048&&commitOffscreenPassiveMountEffects(finishedWork.alternate,finishedWork);
break;
case 24:
recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects),includeWorkInProgressEffects&&flags&2048&&commitCachePassiveMountEffect(finishedWork.alternate,finishedWork);
break;
default:
recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects)}
parentFiber=parentFiber.sibling}}
function recursivelyTraverseAtomicPassiveEffects(finishedRoot$jscomp$0,parentFiber){
if(parentFiber.subtreeFlags&10256)for(parentFiber=parentFiber.child;parentFiber!==null;){
var finishedRoot=finishedRoot$jscomp$0,finishedWork=parentFiber,flags=finishedWork.flags;
switch(finishedWork.tag){
case 22:
recursivelyTraverseAtomicPassiveEffects(finishedRoot,finishedWork),flags&2048&&commitOffscreenPassiveMountEffects(finishedWork.alternate,finishedWork);
break;
case 24:
recursivelyTraverseAtomicPassiveEffects(finishedRoot,finishedWork),flags&2048&&commitCachePassiveMountEffect(finishedWork.alternate,finishedWork);
break;
default:
recursivelyTraverseAtomicPassiveEffects(finishedRoot,finishedWork)}
parentFiber=parentFiber.sibling}}
var suspenseyCommitFlag=8192;
function recursivelyAccumulateSuspenseyCommit(parentFiber,committedLanes,suspendedState){
if(parentFiber.subtreeFlags&suspenseyCommitFlag)for(parentFiber=parentFiber.child;parentFiber!==null;)accumulateSuspenseyCommitOnFiber(parentFiber,committedLanes,suspendedState),parentFiber=parentFiber.sibling}
function accumulateSuspenseyCommitOnFiber(fiber,committedLanes,suspendedState){
switch(fiber.tag){
case 26:
recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState),fiber.flags&suspenseyCommitFlag&&(fiber.memoizedState===null?(fiber=fiber.stateNode,(committedLanes&335544128)===committedLanes&&suspendInstance(suspendedState,fiber)):suspendResource(suspendedState,currentHoistableRoot,fiber.memoizedState,fiber.memoizedProps));
break;
case 5:
recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState),fiber.flags&suspenseyCommitFlag&&(fiber=fiber.stateNode,(committedLanes&335544128)===committedLanes&&suspendInstance(suspendedState,fiber));
break;
case 3:
case 4:
var previousHoistableRoot=currentHoistableRoot;
currentHoistableRoot=getHoistableRoot(fiber.stateNode.containerInfo),recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState),currentHoistableRoot=previousHoistableRoot;
break;
case 22:
fiber.memoizedState===null&&(previousHoistableRoot=fiber.alternate,previousHoistableRoot!==null&&previousHoistableRoot.memoizedState!==null?(previousHoistableRoot=suspenseyCommitFlag,suspenseyCommitFlag=16777216,recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState),suspenseyCommitFlag=previousHoistableRoot):recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState));
break;
case 30:
if((fiber.flags&suspenseyCommitFlag)!==0&&(previousHoistableRoot=fiber.memoizedProps.name,previousHoistableRoot!=null&&previousHoistableRoot!==`auto`)){
var state=fiber.stateNode;
state.paired=null,appearingViewTransitions===null&&(appearingViewTransitions=new Map),appearingViewTransitions.set(previousHoistableRoot,state)}
recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState);
break;
default:
recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState)}}
function detachAlternateSiblings(parentFiber){
var previousFiber=parentFiber.alternate;
if(previousFiber!==null&&(parentFiber=previousFiber.child,parentFiber!==null)){
previousFiber.child=null;
do previousFiber=parentFiber.sibling,parentFiber.sibling=null,parentFiber=previousFiber;while(parentFiber!==null)}}
function recursivelyTraversePassiveUnmountEffects(parentFiber){
var deletions=parentFiber.deletions;
if(parentFiber.flags&16){
if(deletions!==null)for(var i=0;i<deletions.length;i++){
var childToDelete=deletions[i];
nextEffect=childToDelete,commitPassiveUnmountEffectsInsideOfDeletedTree_begin(childToDelete,parentFiber)}
detachAlternateSiblings(parentFiber)}
if(parentFiber.subtreeFlags&10256)for(parentFiber=parentFiber.child;parentFiber!==null;)commitPassiveUnmountOnFiber(parentFiber),parentFiber=parentFiber.sibling}
function commitPassiveUnmountOnFiber(finishedWork){
switch(finishedWork.tag){
case 0:
case 11:
case 15:
recursivelyTraversePassiveUnmountEffects(finishedWork),finishedWork.flags&2048&&commitHookEffectListUnmount(9,finishedWork,finishedWork.return);
break;
case 3:
recursivelyTraversePassiveUnmountEffects(finishedWork);
break;
case 12:
recursivelyTraversePassiveUnmountEffects(finishedWork);
break;
case 22:
var instance=finishedWork.stateNode;
finishedWork.memoizedState!==null&&instance._visibility&2&&(finishedWork.return===null||finishedWork.return.tag!==13)?(instance._visibility&=-3,recursivelyTraverseDisconnectPassiveEffects(finishedWork)):recursivelyTraversePassiveUnmountEffects(finishedWork);
break;
default:
recursivelyTraversePassiveUnmountEffects(finishedWork)}}
function recursivelyTraverseDisconnectPassiveEffects(parentFiber){
var deletions=parentFiber.deletions;
if(parentFiber.flags&16){
if(deletions!==null)for(var i=0;i<deletions.length;i++){
var childToDelete=deletions[i];
nextEffect=childToDelete,commitPassiveUnmountEffectsInsideOfDeletedTree_begin(childToDelete,parentFiber)}
detachAlternateSiblings(parentFiber)}
for(parentFiber=parentFiber.child;parentFiber!==null;){
switch(deletions=parentFiber,deletions.tag){
case 0:
case 11:
case 15:
commitHookEffectListUnmount(8,deletions,deletions.return),recursivelyTraverseDisconnectPassiveEffects(deletions);
break;
case 22:
i=deletions.stateNode,i._visibility&2&&(i._visibility&=-3,recursivelyTraverseDisconnectPassiveEffects(deletions));
break;
default:
recursivelyTraverseDisconnectPassiveEffects(deletions)}
parentFiber=parentFiber.sibling}}
function commitPassiveUnmountEffectsInsideOfDeletedTree_begin(deletedSubtreeRoot,nearestMountedAncestor){
for(;nextEffect!==null;){
var fiber=nextEffect;
switch(fiber.tag){
case 0:
case 11:
case 15:
commitHookEffectListUnmount(8,fiber,nearestMountedAncestor);
break;
case 23:
case 22:
if(fiber.memoizedState!==null&&fiber.memoizedState.cachePool!==null){
var cache=fiber.memoizedState.cachePool.pool;
cache!=null&&cache.refCount++}
break;
case 24:
releaseCache(fiber.memoizedState.cache)}
if(cache=fiber.child,cache!==null)cache.return=fiber,nextEffect=cache;else a:for(fiber=deletedSubtreeRoot;nextEffect!==null;){
cache=nextEffect;
var sibling=cache.sibling,returnFiber=cache.return;
if(detachFiberAfterEffects(cache),cache===fiber){
nextEffect=null;
break a}
if(sibling!==null){
sibling.return=returnFiber,nextEffect=sibling;
break a}
nextEffect=returnFiber}}}
var DefaultAsyncDispatcher={getCacheForType:function(resourceType){
var cache=readContext(CacheContext),cacheForType=cache.data.get(resourceType);
return cacheForType===void 0&&(cacheForType=resourceType(),cache.data.set(resourceType,cacheForType)),cacheForType},cacheSignal:function(){
return readContext(CacheContext).controller.signal}},PossiblyWeakMap=typeof WeakMap==`function`?WeakMap:Map,executionContext=0,workInProgressRoot=null,workInProgress=null,workInProgressRootRenderLanes=0,workInProgressSuspendedReason=0,workInProgressThrownValue=null,workInProgressRootDidSkipSuspendedSiblings=!1,workInProgressRootIsPrerendering=!1,workInProgressRootDidAttachPingListener=!1,entangledRenderLanes=0,workInProgressRootExitStatus=0,workInProgressRootSkippedLanes=0,workInProgressRootInterleavedUpdatedLanes=0,workInProgressRootPingedLanes=0,workInProgressDeferredLane=0,workInProgressSuspendedRetryLanes=0,workInProgressRootConcurrentErrors=null,workInProgressRootRecoverableErrors=null,workInProgressRootDidIncludeRecursiveRenderUpdate=!1,globalMostRecentFallbackTime=0,globalMostRecentTransitionTime=0,workInProgressRootRenderTargetTime=1/0,workInProgressTransitions=null,legacyErrorBoundariesThatAlreadyFailed=null,pendingEffectsStatus=0,pendingEffectsRoot=null,pendingFinishedWork=null,pendingEffectsLanes=0,pendingEffectsRemainingLanes=0,pendingPassiveTransitions=null,pendingRecoverableErrors=null,pendingViewTransition=null,pendingViewTransitionEvents=null,pendingTransitionTypes=null,nestedUpdateCount=0,rootWithNestedUpdates=null;
function requestUpdateLane(){
return executionContext&2&&workInProgressRootRenderLanes!==0?workInProgressRootRenderLanes&-workInProgressRootRenderLanes:ReactSharedInternals.T===null?resolveUpdatePriority():requestTransitionLane()}
function requestDeferredLane(){
if(workInProgressDeferredLane===0){
if(!(workInProgressRootRenderLanes&536870912)||isHydrating){
var lane=nextTransitionDeferredLane;
nextTransitionDeferredLane<<=1,!(nextTransitionDeferredLane&3932160)&&(nextTransitionDeferredLane=262144),workInProgressDeferredLane=lane}else workInProgressDeferredLane=536870912}
return lane=suspenseHandlerStackCursor.current,lane!==null&&(lane.flags|=32),workInProgressDeferredLane}
function scheduleViewTransitionEvent(fiber,callback){
if(callback!=null){
var state=fiber.stateNode,instance=state.ref;
instance===null&&(instance=state.ref=createViewTransitionInstance(getViewTransitionName(fiber.memoizedProps,state))),pendingViewTransitionEvents===null&&(pendingViewTransitionEvents=[]),pendingViewTransitionEvents.push(callback.bind(null,instance))}}
function scheduleUpdateOnFiber(root,fiber,lane){
(root===workInProgressRoot&&(workInProgressSuspendedReason===2||workInProgressSuspendedReason===9)||root.cancelPendingCommit!==null)&&(prepareFreshStack(root,0),markRootSuspended(root,workInProgressRootRenderLanes,workInProgressDeferredLane,!1)),markRootUpdated$1(root,lane),executionContext&2&&root===workInProgressRoot||(root===workInProgressRoot&&(!(executionContext&2)&&(workInProgressRootInterleavedUpdatedLanes|=lane),workInProgressRootExitStatus===4&&markRootSuspended(root,workInProgressRootRenderLanes,workInProgressDeferredLane,!1)),ensureRootIsScheduled(root))}
function performWorkOnRoot(root$jscomp$0,lanes,forceSync){
if(executionContext&6)throw Error(formatProdErrorMessage(327));
var shouldTimeSlice=!forceSync&&!(lanes&127)&&(lanes&root$jscomp$0.expiredLanes)===0||checkIfRootIsPrerendering(root$jscomp$0,lanes),exitStatus=shouldTimeSlice?renderRootConcurrent(root$jscomp$0,lanes):renderRootSync(root$jscomp$0,lanes,!0),renderWasConcurrent=shouldTimeSlice;
do{
if(exitStatus===0){
workInProgressRootIsPrerendering&&!shouldTimeSlice&&markRootSuspended(root$jscomp$0,lanes,0,!1);
break}
if(forceSync=root$jscomp$0.current.alternate,renderWasConcurrent&&!isRenderConsistentWithExternalStores(forceSync))exitStatus=renderRootSync(root$jscomp$0,lanes,!1),renderWasConcurrent=!1;else{
if(exitStatus===2){
if(renderWasConcurrent=lanes,root$jscomp$0.errorRecoveryDisabledLanes&renderWasConcurrent)var JSCompiler_inline_result=0;else JSCompiler_inline_result=root$jscomp$0.pendingLanes&-536870913,JSCompiler_inline_result=JSCompiler_inline_result===0?JSCompiler_inline_result&536870912?536870912:0:JSCompiler_inline_result;
if(JSCompiler_inline_result!==0){
lanes=JSCompiler_inline_result;
a:{
var root=root$jscomp$0;
exitStatus=workInProgressRootConcurrentErrors;
var wasRootDehydrated=root.current.memoizedState.isDehydrated;
if(wasRootDehydrated&&(prepareFreshStack(root,JSCompiler_inline_result).flags|=256),JSCompiler_inline_result=renderRootSync(root,JSCompiler_inline_result,!1),JSCompiler_inline_result!==2&&JSCompiler_inline_result!==6){
if(workInProgressRootDidAttachPingListener&&!wasRootDehydrated){
root.errorRecoveryDisabledLanes|=renderWasConcurrent,workInProgressRootInterleavedUpdatedLanes|=renderWasConcurrent,exitStatus=4;
break a}
renderWasConcurrent=workInProgressRootRecoverableErrors,workInProgressRootRecoverableErrors=exitStatus,renderWasConcurrent!==null&&(workInProgressRootRecoverableErrors===null?workInProgressRootRecoverableErrors=renderWasConcurrent:workInProgressRootRecoverableErrors.push.apply(workInProgressRootRecoverableErrors,renderWasConcurrent))}
exitStatus=JSCompiler_inline_result}
if(renderWasConcurrent=!1,exitStatus!==2)continue}}
if(exitStatus===1){
prepareFreshStack(root$jscomp$0,0),markRootSuspended(root$jscomp$0,lanes,0,!0);
break}
a:{
switch(shouldTimeSlice=root$jscomp$0,renderWasConcurrent=exitStatus,renderWasConcurrent){
case 0:
case 1:
throw Error(formatProdErrorMessage(345));
case 4:
if((lanes&4194048)!==lanes&&(lanes&62914560)!==lanes)break;
case 6:
markRootSuspended(shouldTimeSlice,lanes,workInProgressDeferredLane,!workInProgressRootDidSkipSuspendedSiblings);
break a;
case 2:
workInProgressRootRecoverableErrors=null;
break;
case 3:
case 5:
break;
default:
throw Error(formatProdErrorMessage(329))}
if((lanes&62914560)===lanes&&(exitStatus=globalMostRecentFallbackTime+300-now(),10<exitStatus)){
if(markRootSuspended(shouldTimeSlice,lanes,workInProgressDeferredLane,!workInProgressRootDidSkipSuspendedSiblings),getNextLanes(shouldTimeSlice,0,!0)!==0)break a;
pendingEffectsLanes=lanes,shouldTimeSlice.timeoutHandle=scheduleTimeout(completeRootWhenReady.bind(null,shouldTimeSlice,forceSync,workInProgressRootRecoverableErrors,workInProgressTransitions,workInProgressRootDidIncludeRecursiveRenderUpdate,lanes,workInProgressDeferredLane,workInProgressRootInterleavedUpdatedLanes,workInProgressSuspendedRetryLanes,workInProgressRootDidSkipSuspendedSiblings,renderWasConcurrent,`Throttled`,-0,0),exitStatus);
break a}
completeRootWhenReady(shouldTimeSlice,forceSync,workInProgressRootRecoverableErrors,workInProgressTransitions,workInProgressRootDidIncludeRecursiveRenderUpdate,lanes,workInProgressDeferredLane,workInProgressRootInterleavedUpdatedLanes,workInProgressSuspendedRetryLanes,workInProgressRootDidSkipSuspendedSiblings,renderWasConcurrent,null,-0,0)}
break}}while(1);
ensureRootIsScheduled(root$jscomp$0)}
function completeRootWhenReady(root,finishedWork,recoverableErrors,transitions,didIncludeRenderPhaseUpdate,lanes,spawnedLane,updatedLanes,suspendedRetryLanes,didSkipSuspendedSiblings,exitStatus,suspendedCommitReason,completedRenderStartTime,completedRenderEndTime){
root.timeoutHandle=-1;
var subtreeFlags=finishedWork.subtreeFlags,isViewTransitionEligible=(lanes&335544064)===lanes;
suspendedCommitReason=null,(isViewTransitionEligible||subtreeFlags&8192||(subtreeFlags&16785408)==16785408)&&(suspendedCommitReason={stylesheets:null,count:0,imgCount:0,imgBytes:0,suspenseyImages:[],waitingForImages:!0,waitingForViewTransition:!1,unsuspend:noop$1},appearingViewTransitions=null,accumulateSuspenseyCommitOnFiber(finishedWork,lanes,suspendedCommitReason),isViewTransitionEligible&&(subtreeFlags=suspendedCommitReason,isViewTransitionEligible=root.containerInfo,isViewTransitionEligible=(isViewTransitionEligible.nodeType===9?isViewTransitionEligible:isViewTransitionEligible.ownerDocument).__reactViewTransition,isViewTransitionEligible!=null&&(subtreeFlags.count++,subtreeFlags.waitingForViewTransition=!0,subtreeFlags=onUnsuspend.bind(subtreeFlags),isViewTransitionEligible.finished.then(subtreeFlags,subtreeFlags))),subtreeFlags=(lanes&62914560)===lanes?globalMostRecentFallbackTime-now():(lanes&4194048)===lanes?globalMostRecentTransitionTime-now():0,subtreeFlags=waitForCommitToBeReady(suspendedCommitReason,subtreeFlags),subtreeFlags!==null)?(pendingEffectsLanes=lanes,root.cancelPendingCommit=subtreeFlags(completeRoot.bind(null,root,finishedWork,lanes,recoverableErrors,transitions,didIncludeRenderPhaseUpdate,spawnedLane,updatedLanes,suspendedRetryLanes,didSkipSuspendedSiblings,exitStatus,suspendedCommitReason,null,completedRenderStartTime,completedRenderEndTime)),markRootSuspended(root,lanes,spawnedLane,!didSkipSuspendedSiblings)):completeRoot(root,finishedWork,lanes,recoverableErrors,transitions,didIncludeRenderPhaseUpdate,spawnedLane,updatedLanes,suspendedRetryLanes,didSkipSuspendedSiblings,exitStatus,suspendedCommitReason)}
function isRenderConsistentWithExternalStores(finishedWork){
for(var node=finishedWork;;){
var tag=node.tag;
if((tag===0||tag===11||tag===15)&&node.flags&16384&&(tag=node.updateQueue,tag!==null&&(tag=tag.stores,tag!==null)))for(var i=0;i<tag.length;i++){
var check=tag[i],getSnapshot=check.getSnapshot;
check=check.value;
try{
if(!objectIs(getSnapshot(),check))return!1}catch{
return!1}}
if(tag=node.child,node.subtreeFlags&16384&&tag!==null)tag.return=node,node=tag;else{
if(node===finishedWork)break;
for(;node.sibling===null;){
if(node.return===null||node.return===finishedWork)return!0;
node=node.return}
node.sibling.return=node.return,node=node.sibling}}
return!0}
function markRootSuspended(root,suspendedLanes,spawnedLane,didAttemptEntireTree){
suspendedLanes=getEntangledLanes(root,suspendedLanes),suspendedLanes&=~workInProgressRootPingedLanes,suspendedLanes&=~workInProgressRootInterleavedUpdatedLanes,root.suspendedLanes|=suspendedLanes,root.pingedLanes&=~suspendedLanes,didAttemptEntireTree&&(root.warmLanes|=suspendedLanes),didAttemptEntireTree=root.expirationTimes;
for(var lanes=suspendedLanes;0<lanes;){
var index$6=31-clz32(lanes),lane=1<<index$6;
didAttemptEntireTree[index$6]=-1,lanes&=~lane}
spawnedLane!==0&&markSpawnedDeferredLane(root,spawnedLane,suspendedLanes)}
function flushSyncWork$1(){
return executionContext&6?!0:(flushSyncWorkAcrossRoots_impl(0,!1),!1)}
function resetWorkInProgressStack(){
if(workInProgress!==null){
if(workInProgressSuspendedReason===0)var interruptedWork=workInProgress.return;else interruptedWork=workInProgress,lastContextDependency=currentlyRenderingFiber$1=null,resetHooksOnUnwind(interruptedWork),thenableState$1=null,thenableIndexCounter$1=0,interruptedWork=workInProgress;
for(;interruptedWork!==null;)unwindInterruptedWork(interruptedWork.alternate,interruptedWork),interruptedWork=interruptedWork.return;
workInProgress=null}}
function prepareFreshStack(root,lanes){
var timeoutHandle=root.timeoutHandle;
return timeoutHandle!==-1&&(root.timeoutHandle=-1,cancelTimeout(timeoutHandle)),timeoutHandle=root.cancelPendingCommit,timeoutHandle!==null&&(root.cancelPendingCommit=null,timeoutHandle()),pendingEffectsLanes=0,resetWorkInProgressStack(),workInProgressRoot=root,workInProgress=timeoutHandle=createWorkInProgress(root.current,null),workInProgressRootRenderLanes=lanes,workInProgressSuspendedReason=0,workInProgressThrownValue=null,workInProgressRootDidSkipSuspendedSiblings=!1,workInProgressRootIsPrerendering=checkIfRootIsPrerendering(root,lanes),workInProgressRootDidAttachPingListener=!1,workInProgressSuspendedRetryLanes=workInProgressDeferredLane=workInProgressRootPingedLanes=workInProgressRootInterleavedUpdatedLanes=workInProgressRootSkippedLanes=workInProgressRootExitStatus=0,workInProgressRootRecoverableErrors=workInProgressRootConcurrentErrors=null,workInProgressRootDidIncludeRecursiveRenderUpdate=!1,entangledRenderLanes=getEntangledLanes(root,lanes),finishQueueingConcurrentUpdates(),timeoutHandle}
function handleThrow(root,thrownValue){
currentlyRenderingFiber=null,ReactSharedInternals.H=ContextOnlyDispatcher,thrownValue===SuspenseException||thrownValue===SuspenseActionException?(thrownValue=getSuspendedThenable(),workInProgressSuspendedReason=3):thrownValue===SuspenseyCommitException?(thrownValue=getSuspendedThenable(),workInProgressSuspendedReason=4):workInProgressSuspendedReason=thrownValue===SelectiveHydrationException?8:typeof thrownValue==`object`&&thrownValue&&typeof thrownValue.then==`function`?6:1,workInProgressThrownValue=thrownValue,workInProgress===null&&(workInProgressRootExitStatus=1,logUncaughtError(root,createCapturedValueAtFiber(thrownValue,root.current)))}
function shouldRemainOnPreviousScreen(){
var handler=suspenseHandlerStackCursor.current;
return handler===null?!0:(workInProgressRootRenderLanes&4194048)===workInProgressRootRenderLanes?shellBoundary===null:(workInProgressRootRenderLanes&62914560)===workInProgressRootRenderLanes||workInProgressRootRenderLanes&536870912?handler===shellBoundary:!1}
function pushDispatcher(){
var prevDispatcher=ReactSharedInternals.H;
return ReactSharedInternals.H=ContextOnlyDispatcher,prevDispatcher===null?ContextOnlyDispatcher:prevDispatcher}
function pushAsyncDispatcher(){
var prevAsyncDispatcher=ReactSharedInternals.A;
return ReactSharedInternals.A=DefaultAsyncDispatcher,prevAsyncDispatcher}
function renderDidSuspendDelayIfPossible(){
workInProgressRootExitStatus=4,workInProgressRootDidSkipSuspendedSiblings||(workInProgressRootRenderLanes&4194048)!==workInProgressRootRenderLanes&&suspenseHandlerStackCursor.current!==null||(workInProgressRootIsPrerendering=!0),!(workInProgressRootSkippedLanes&134217727)&&!(workInProgressRootInterleavedUpdatedLanes&134217727)||workInProgressRoot===null||markRootSuspended(workInProgressRoot,workInProgressRootRenderLanes,workInProgressDeferredLane,!1)}
function renderRootSync(root,lanes,shouldYieldForPrerendering){
var prevExecutionContext=executionContext;
executionContext|=2;
var prevDispatcher=pushDispatcher(),prevAsyncDispatcher=pushAsyncDispatcher();
(workInProgressRoot!==root||workInProgressRootRenderLanes!==lanes)&&(workInProgressTransitions=null,prepareFreshStack(root,lanes)),lanes=!1;
var exitStatus=workInProgressRootExitStatus;
a:do try{
if(workInProgressSuspendedReason!==0&&workInProgress!==null){
var unitOfWork=workInProgress,thrownValue=workInProgressThrownValue;
switch(workInProgressSuspendedReason){
case 8:
resetWorkInProgressStack(),exitStatus=6;
break a;
case 3:
case 2:
case 9:
case 6:
suspenseHandlerStackCursor.current===null&&(lanes=!0);
var reason=workInProgressSuspendedReason;
if(workInProgressSuspendedReason=0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,unitOfWork,thrownValue,reason),shouldYieldForPrerendering&&workInProgressRootIsPrerendering){
exitStatus=0;
break a}
break;
default:
reason=workInProgressSuspendedReason,workInProgressSuspendedReason=0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,unitOfWork,thrownValue,reason)}}
workLoopSync(),exitStatus=workInProgressRootExitStatus;
break}catch(thrownValue$184){
handleThrow(root,thrownValue$184)}while(1);
return lanes&&root.shellSuspendCounter++,lastContextDependency=currentlyRenderingFiber$1=null,executionContext=prevExecutionContext,ReactSharedInternals.H=prevDispatcher,ReactSharedInternals.A=prevAsyncDispatcher,workInProgress===null&&(workInProgressRoot=null,workInProgressRootRenderLanes=0,finishQueueingConcurrentUpdates()),exitStatus}
function workLoopSync(){
for(;workInProgress!==null;)performUnitOfWork(workInProgress)}
function renderRootConcurrent(root,lanes){
var prevExecutionContext=executionContext;
executionContext|=2;
var prevDispatcher=pushDispatcher(),prevAsyncDispatcher=pushAsyncDispatcher();
workInProgressRoot!==root||workInProgressRootRenderLanes!==lanes?(workInProgressTransitions=null,workInProgressRootRenderTargetTime=now()+500,prepareFreshStack(root,lanes)):workInProgressRootIsPrerendering=checkIfRootIsPrerendering(root,lanes);
a:do try{
if(workInProgressSuspendedReason!==0&&workInProgress!==null){
lanes=workInProgress;
var thrownValue=workInProgressThrownValue;
b:switch(workInProgressSuspendedReason){
case 1:
workInProgressSuspendedReason=0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,lanes,thrownValue,1);
break;
case 2:
case 9:
if(isThenableResolved(thrownValue)){
workInProgressSuspendedReason=0,workInProgressThrownValue=null,replaySuspendedUnitOfWork(lanes);
break}
lanes=function(){
workInProgressSuspendedReason!==2&&workInProgressSuspendedReason!==9||workInProgressRoot!==root||(workInProgressSuspendedReason=7),ensureRootIsScheduled(root)},thrownValue.then(lanes,lanes);
break a;
case 3:
workInProgressSuspendedReason=7;
break a;
case 4:
workInProgressSuspendedReason=5;
break a;
case 7:
isThenableResolved(thrownValue)?(workInProgressSuspendedReason=0,workInProgressThrownValue=null,replaySuspendedUnitOfWork(lanes)):(workInProgressSuspendedReason=0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,lanes,thrownValue,7));
break;
case 5:
var resource=null;
switch(workInProgress.tag){
case 26:
resource=workInProgress.memoizedState;
case 5:
case 27:
var hostFiber=workInProgress;
if(resource?preloadResource(resource):hostFiber.stateNode.complete){
workInProgressSuspendedReason=0,workInProgressThrownValue=null;
var sibling=hostFiber.sibling;
if(sibling!==null)workInProgress=sibling;else{
var returnFiber=hostFiber.return;
returnFiber===null?workInProgress=null:(workInProgress=returnFiber,completeUnitOfWork(returnFiber))}
break b}}
workInProgressSuspendedReason=0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,lanes,thrownValue,5);
break;
case 6:
workInProgressSuspendedReason=0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,lanes,thrownValue,6);
break;
case 8:
resetWorkInProgressStack(),workInProgressRootExitStatus=6;
break a;
default:
throw Error(formatProdErrorMessage(462))}}
workLoopConcurrentByScheduler();
break}catch(thrownValue$186){
handleThrow(root,thrownValue$186)}while(1);
return lastContextDependency=currentlyRenderingFiber$1=null,ReactSharedInternals.H=prevDispatcher,ReactSharedInternals.A=prevAsyncDispatcher,executionContext=prevExecutionContext,workInProgress===null?(workInProgressRoot=null,workInProgressRootRenderLanes=0,finishQueueingConcurrentUpdates(),workInProgressRootExitStatus):0}
function workLoopConcurrentByScheduler(){
for(;workInProgress!==null&&!shouldYield();)performUnitOfWork(workInProgress)}
function performUnitOfWork(unitOfWork){
var next=beginWork(unitOfWork.alternate,unitOfWork,entangledRenderLanes);
unitOfWork.memoizedProps=unitOfWork.pendingProps,next===null?completeUnitOfWork(unitOfWork):workInProgress=next}
function replaySuspendedUnitOfWork(unitOfWork){
var next=unitOfWork,current=next.alternate;
switch(next.tag){
case 15:
case 0:
next=replayFunctionComponent(current,next,next.pendingProps,next.type,void 0,workInProgressRootRenderLanes);
break;
case 11:
next=replayFunctionComponent(current,next,next.pendingProps,next.type.render,next.ref,workInProgressRootRenderLanes);
break;
case 5:
resetHooksOnUnwind(next);
var fiber=next;
fiber===hydrationParentFiber&&(isHydrating?(popToNextHostParent(fiber),fiber.tag===5&&fiber.stateNode!=null&&(nextHydratableInstance=fiber.stateNode)):(popToNextHostParent(fiber),isHydrating=!0));
default:
unwindInterruptedWork(current,next),next=workInProgress=resetWorkInProgress(next,entangledRenderLanes),next=beginWork(current,next,entangledRenderLanes)}
unitOfWork.memoizedProps=unitOfWork.pendingProps,next===null?completeUnitOfWork(unitOfWork):workInProgress=next}
function throwAndUnwindWorkLoop(root,unitOfWork,thrownValue,suspendedReason){
lastContextDependency=currentlyRenderingFiber$1=null,resetHooksOnUnwind(unitOfWork),thenableState$1=null,thenableIndexCounter$1=0;
var returnFiber=unitOfWork.return;
try{
if(throwException(root,returnFiber,unitOfWork,thrownValue,workInProgressRootRenderLanes)){
workInProgressRootExitStatus=1,logUncaughtError(root,createCapturedValueAtFiber(thrownValue,root.current)),workInProgress=null;
return}}catch(error){
if(returnFiber!==null)throw workInProgress=returnFiber,error;
workInProgressRootExitStatus=1,logUncaughtError(root,createCapturedValueAtFiber(thrownValue,root.current)),workInProgress=null;
return}
unitOfWork.flags&32768?(isHydrating||suspendedReason===1?root=!0:workInProgressRootIsPrerendering||workInProgressRootRenderLanes&536870912?root=!1:(workInProgressRootDidSkipSuspendedSiblings=root=!0,(suspendedReason===2||suspendedReason===9||suspendedReason===3||suspendedReason===6)&&(suspendedReason=suspenseHandlerStackCursor.current,suspendedReason!==null&&suspendedReason.tag===13&&(suspendedReason.flags|=16384))),unwindUnitOfWork(unitOfWork,root)):completeUnitOfWork(unitOfWork)}
function completeUnitOfWork(unitOfWork){
var completedWork=unitOfWork;
do{
if(completedWork.flags&32768){
unwindUnitOfWork(completedWork,workInProgressRootDidSkipSuspendedSiblings);
return}
unitOfWork=completedWork.return;
var next=completeWork(completedWork.alternate,completedWork,entangledRenderLanes);
if(next!==null){
workInProgress=next;
return}
if(completedWork=completedWork.sibling,completedWork!==null){
workInProgress=completedWork;
return}
workInProgress=completedWork=unitOfWork}while(completedWork!==null);
workInProgressRootExitStatus===0&&(workInProgressRootExitStatus=5)}
function unwindUnitOfWork(unitOfWork,skipSiblings){
do{
var next=unwindWork(unitOfWork.alternate,unitOfWork);
if(next!==null){
next.flags&=32767,workInProgress=next;
return}
if(next=unitOfWork.return,next!==null&&(next.flags|=32768,next.subtreeFlags=0,next.deletions=null),!skipSiblings&&(unitOfWork=unitOfWork.sibling,unitOfWork!==null)){
workInProgress=unitOfWork;
return}
workInProgress=unitOfWork=next}while(unitOfWork!==null);
workInProgressRootExitStatus=6,workInProgress=null}
function completeRoot(root,finishedWork,lanes,recoverableErrors,transitions,didIncludeRenderPhaseUpdate,spawnedLane,updatedLanes,suspendedRetryLanes,didSkipSuspendedSiblings,exitStatus,suspendedState){
root.cancelPendingCommit=null;
do flushPendingEffects();while(pendingEffectsStatus!==0);
if(executionContext&6)throw Error(formatProdErrorMessage(327));
if(finishedWork!==null){
if(finishedWork===root.current)throw Error(formatProdErrorMessage(177));
root===workInProgressRoot&&(workInProgress=workInProgressRoot=null,workInProgressRootRenderLanes=0),pendingFinishedWork=finishedWork,pendingEffectsRoot=root,pendingEffectsLanes=lanes,pendingPassiveTransitions=transitions,pendingRecoverableErrors=recoverableErrors,commitRoot(root,finishedWork,lanes,spawnedLane,updatedLanes,suspendedRetryLanes,suspendedState)}}
function commitRoot(root,finishedWork,lanes,spawnedLane,updatedLanes,suspendedRetryLanes,suspendedState){
var remainingLanes=finishedWork.lanes|finishedWork.childLanes;
if(pendingEffectsRemainingLanes=remainingLanes,remainingLanes|=concurrentlyUpdatedLanes,markRootFinished(root,lanes,remainingLanes,spawnedLane,updatedLanes,suspendedRetryLanes),pendingViewTransitionEvents=null,(lanes&335544064)===lanes?(pendingTransitionTypes=claimQueuedTransitionTypes(root),spawnedLane=10262):(pendingTransitionTypes=null,spawnedLane=10256),(finishedWork.subtreeFlags&spawnedLane)!==0||(finishedWork.flags&spawnedLane)!==0?(root.callbackNode=null,root.callbackPriority=0,scheduleCallback$1(NormalPriority$1,function(){
return flushPassiveEffects(),null})):(root.callbackNode=null,root.callbackPriority=0),shouldStartViewTransition=!1,spawnedLane=!!(finishedWork.flags&13878),finishedWork.subtreeFlags&13878||spawnedLane){
spawnedLane=ReactSharedInternals.T,ReactSharedInternals.T=null,updatedLanes=ReactDOMSharedInternals.p,ReactDOMSharedInternals.p=2,suspendedRetryLanes=executionContext,executionContext|=4;
try{
commitBeforeMutationEffects(root,finishedWork,lanes)}finally{
executionContext=suspendedRetryLanes,ReactDOMSharedInternals.p=updatedLanes,ReactSharedInternals.T=spawnedLane}}
pendingEffectsStatus=1,shouldStartViewTransition?pendingViewTransition=startViewTransition(suspendedState,root.containerInfo,pendingTransitionTypes,flushMutationEffects,flushLayoutEffects,flushAfterMutationEffects,flushSpawnedWork,flushPassiveEffects,reportViewTransitionError,null,null):(flushMutationEffects(),flushLayoutEffects(),flushSpawnedWork())}
function reportViewTransitionError(error){
if(pendingEffectsStatus!==0){
var onRecoverableError=pendingEffectsRoot.onRecoverableError;
onRecoverableError(error,{componentStack:null})}}
function flushAfterMutationEffects(){
pendingEffectsStatus===3&&(pendingEffectsStatus=0,commitAfterMutationEffectsOnFiber(pendingFinishedWork,pendingEffectsRoot),pendingEffectsStatus=4)}
function flushMutationEffects(){
if(pendingEffectsStatus===1){
pendingEffectsStatus=0;
var root=pendingEffectsRoot,finishedWork=pendingFinishedWork,lanes=pendingEffectsLanes,rootMutationHasEffect=!!(finishedWork.flags&13878);
if(finishedWork.subtreeFlags&13878||rootMutationHasEffect){
rootMutationHasEffect=ReactSharedInternals.T,ReactSharedInternals.T=null;
var previousPriority=ReactDOMSharedInternals.p;
ReactDOMSharedInternals.p=2;
var prevExecutionContext=executionContext;
executionContext|=4;
try{
inUpdateViewTransition=rootViewTransitionAffected=!1,commitMutationEffectsOnFiber(finishedWork,root,lanes),lanes=selectionInformation;
var curFocusedElem=getActiveElementDeep(root.containerInfo),priorFocusedElem=lanes.focusedElem,priorSelectionRange=lanes.selectionRange;
if(curFocusedElem!==priorFocusedElem&&priorFocusedElem&&priorFocusedElem.ownerDocument&&containsNode(priorFocusedElem.ownerDocument.documentElement,priorFocusedElem)){
if(priorSelectionRange!==null&&hasSelectionCapabilities(priorFocusedElem)){
var start=priorSelectionRange.start,end=priorSelectionRange.end;
if(end===void 0&&(end=start),`selectionStart`in priorFocusedElem)priorFocusedElem.selectionStart=start,priorFocusedElem.selectionEnd=Math.min(end,priorFocusedElem.value.length);else{
var doc=priorFocusedElem.ownerDocument||document,win=doc&&doc.defaultView||window;
if(win.getSelection){
var selection=win.getSelection(),length=priorFocusedElem.textContent.length,start$jscomp$0=Math.min(priorSelectionRange.start,length),end$jscomp$0=priorSelectionRange.end===void 0?start$jscomp$0:Math.min(priorSelectionRange.end,length);
!selection.extend&&start$jscomp$0>end$jscomp$0&&(curFocusedElem=end$jscomp$0,end$jscomp$0=start$jscomp$0,start$jscomp$0=curFocusedElem);
var startMarker=getNodeForCharacterOffset(priorFocusedElem,start$jscomp$0),endMarker=getNodeForCharacterOffset(priorFocusedElem,end$jscomp$0);
if(startMarker&&endMarker&&(selection.rangeCount!==1||selection.anchorNode!==startMarker.node||selection.anchorOffset!==startMarker.offset||selection.focusNode!==endMarker.node||selection.focusOffset!==endMarker.offset)){
var range=doc.createRange();
range.setStart(startMarker.node,startMarker.offset),selection.removeAllRanges(),start$jscomp$0>end$jscomp$0?(selection.addRange(range),selection.extend(endMarker.node,endMarker.offset)):(range.setEnd(endMarker.node,endMarker.offset),selection.addRange(range))}}}}
for(doc=[],selection=priorFocusedElem;selection=selection.parentNode;)selection.nodeType===1&&doc.push({element:selection,left:selection.scrollLeft,top:selection.scrollTop});
for(typeof priorFocusedElem.focus==`function`&&priorFocusedElem.focus(),priorFocusedElem=0;priorFocusedElem<doc.length;priorFocusedElem++){
var info=doc[priorFocusedElem];
info.element.scrollLeft=info.left,info.element.scrollTop=info.top}}
_enabled=!!eventsEnabled,selectionInformation=eventsEnabled=null}finally{
executionContext=prevExecutionContext,ReactDOMSharedInternals.p=previousPriority,ReactSharedInternals.T=rootMutationHasEffect}}
root.current=finishedWork,pendingEffectsStatus=2}}
function flushLayoutEffects(){
if(pendingEffectsStatus===2){
pendingEffectsStatus=0;
var root=pendingEffectsRoot,finishedWork=pendingFinishedWork,rootHasLayoutEffect=!!(finishedWork.flags&8772);
if(finishedWork.subtreeFlags&8772||rootHasLayoutEffect){
rootHasLayoutEffect=ReactSharedInternals.T,ReactSharedInternals.T=null;
var previousPriority=ReactDOMSharedInternals.p;
ReactDOMSharedInternals.p=2;
var prevExecutionContext=executionContext;
executionContext|=4;
try{
commitLayoutEffectOnFiber(root,finishedWork.alternate,finishedWork)}finally{
executionContext=prevExecutionContext,ReactDOMSharedInternals.p=previousPriority,ReactSharedInternals.T=rootHasLayoutEffect}}
pendingEffectsStatus=3}}
function flushSpawnedWork(){
if(pendingEffectsStatus===4||pendingEffectsStatus===3){
pendingEffectsStatus=0;
var committedViewTransition=pendingViewTransition;
pendingViewTransition=null,requestPaint();
var root=pendingEffectsRoot,finishedWork=pendingFinishedWork,lanes=pendingEffectsLanes,recoverableErrors=pendingRecoverableErrors,passiveSubtreeMask=(lanes&335544064)===lanes?10262:10256;
if((finishedWork.subtreeFlags&passiveSubtreeMask)!==0||(finishedWork.flags&passiveSubtreeMask)!==0?pendingEffectsStatus=5:(pendingEffectsStatus=0,pendingFinishedWork=pendingEffectsRoot=null,releaseRootPooledCache(root,root.pendingLanes)),passiveSubtreeMask=root.pendingLanes,passiveSubtreeMask===0&&(legacyErrorBoundariesThatAlreadyFailed=null),lanesToEventPriority(lanes),finishedWork=finishedWork.stateNode,injectedHook&&typeof injectedHook.onCommitFiberRoot==`function`)try{
injectedHook.onCommitFiberRoot(rendererID,finishedWork,void 0,(finishedWork.current.flags&128)==128)}catch{}
if(recoverableErrors!==null){
finishedWork=ReactSharedInternals.T,passiveSubtreeMask=ReactDOMSharedInternals.p,ReactDOMSharedInternals.p=2,ReactSharedInternals.T=null;
try{
for(var onRecoverableError=root.onRecoverableError,i=0;i<recoverableErrors.length;i++){
var recoverableError=recoverableErrors[i];
onRecoverableError(recoverableError.value,{componentStack:recoverableError.stack})}}finally{
ReactSharedInternals.T=finishedWork,ReactDOMSharedInternals.p=passiveSubtreeMask}}
if(recoverableErrors=pendingViewTransitionEvents,onRecoverableError=pendingTransitionTypes,pendingTransitionTypes=null,recoverableErrors!==null&&(pendingViewTransitionEvents=null,onRecoverableError===null&&(onRecoverableError=[]),committedViewTransition!==null))for(recoverableError=0;recoverableError<recoverableErrors.length;recoverableError++)finishedWork=(0,recoverableErrors[recoverableError])(onRecoverableError),finishedWork!==void 0&&committedViewTransition.finished.finally(finishedWork);
pendingEffectsLanes&3&&flushPendingEffects(),ensureRootIsScheduled(root),passiveSubtreeMask=root.pendingLanes,lanes&261930&&passiveSubtreeMask&42?root===rootWithNestedUpdates?nestedUpdateCount++:(nestedUpdateCount=0,rootWithNestedUpdates=root):(nestedUpdateCount=0,rootWithNestedUpdates=null),flushSyncWorkAcrossRoots_impl(0,!1)}}
function releaseRootPooledCache(root,remainingLanes){
(root.pooledCacheLanes&=remainingLanes)===0&&(remainingLanes=root.pooledCache,remainingLanes!=null&&(root.pooledCache=null,releaseCache(remainingLanes)))}
function flushPendingEffects(){
return pendingViewTransition!==null&&(pendingViewTransition.skipTransition(),pendingViewTransition=null),flushMutationEffects(),flushLayoutEffects(),flushSpawnedWork(),flushPassiveEffects()}
function flushPassiveEffects(){
if(pendingEffectsStatus!==5)return!1;
var root=pendingEffectsRoot,remainingLanes=pendingEffectsRemainingLanes;
pendingEffectsRemainingLanes=0;
var renderPriority=lanesToEventPriority(pendingEffectsLanes),prevTransition=ReactSharedInternals.T,previousPriority=ReactDOMSharedInternals.p;
try{
ReactDOMSharedInternals.p=32>renderPriority?32:renderPriority,ReactSharedInternals.T=null,renderPriority=pendingPassiveTransitions,pendingPassiveTransitions=null;
var root$jscomp$0=pendingEffectsRoot,lanes=pendingEffectsLanes;
if(pendingEffectsStatus=0,pendingFinishedWork=pendingEffectsRoot=null,pendingEffectsLanes=0,executionContext&6)throw Error(formatProdErrorMessage(331));
var prevExecutionContext=executionContext;
if(executionContext|=4,commitPassiveUnmountOnFiber(root$jscomp$0.current),commitPassiveMountOnFiber(root$jscomp$0,root$jscomp$0.current,lanes,renderPriority),executionContext=prevExecutionContext,flushSyncWorkAcrossRoots_impl(0,!1),injectedHook&&typeof injectedHook.onPostCommitFiberRoot==`function`)try{
injectedHook.onPostCommitFiberRoot(rendererID,root$jscomp$0)}catch{}
return!0}finally{
ReactDOMSharedInternals.p=previousPriority,ReactSharedInternals.T=prevTransition,releaseRootPooledCache(root,remainingLanes)}}
function captureCommitPhaseErrorOnRoot(rootFiber,sourceFiber,error){
sourceFiber=createCapturedValueAtFiber(error,sourceFiber),sourceFiber=createRootErrorUpdate(rootFiber.stateNode,sourceFiber,2),rootFiber=enqueueUpdate(rootFiber,sourceFiber,2),rootFiber!==null&&(markRootUpdated$1(rootFiber,2),ensureRootIsScheduled(rootFiber))}
function captureCommitPhaseError(sourceFiber,nearestMountedAncestor,error){
if(sourceFiber.tag===3)captureCommitPhaseErrorOnRoot(sourceFiber,sourceFiber,error);else for(;nearestMountedAncestor!==null;){
if(nearestMountedAncestor.tag===3){
captureCommitPhaseErrorOnRoot(nearestMountedAncestor,sourceFiber,error);
break}
if(nearestMountedAncestor.tag===1){
var instance=nearestMountedAncestor.stateNode;
if(typeof nearestMountedAncestor.type.getDerivedStateFromError==`function`||typeof instance.componentDidCatch==`function`&&(legacyErrorBoundariesThatAlreadyFailed===null||!legacyErrorBoundariesThatAlreadyFailed.has(instance))){
sourceFiber=createCapturedValueAtFiber(error,sourceFiber),error=createClassErrorUpdate(2),instance=enqueueUpdate(nearestMountedAncestor,error,2),instance!==null&&(initializeClassErrorUpdate(error,instance,nearestMountedAncestor,sourceFiber),markRootUpdated$1(instance,2),ensureRootIsScheduled(instance));
break}}
nearestMountedAncestor=nearestMountedAncestor.return}}
function attachPingListener(root,wakeable,lanes){
var pingCache=root.pingCache;
if(pingCache===null){
pingCache=root.pingCache=new PossiblyWeakMap;
var threadIDs=new Set;
pingCache.set(wakeable,threadIDs)}else threadIDs=pingCache.get(wakeable),threadIDs===void 0&&(threadIDs=new Set,pingCache.set(wakeable,threadIDs));
threadIDs.has(lanes)||(workInProgressRootDidAttachPingListener=!0,threadIDs.add(lanes),root=pingSuspendedRoot.bind(null,root,wakeable,lanes),wakeable.then(root,root))}
function pingSuspendedRoot(root,wakeable,pingedLanes){
var pingCache=root.pingCache;
pingCache!==null&&pingCache.delete(wakeable),root.pingedLanes|=root.suspendedLanes&pingedLanes,root.warmLanes&=~pingedLanes,workInProgressRoot===root&&(workInProgressRootRenderLanes&pingedLanes)===pingedLanes&&(workInProgressRootExitStatus===4||workInProgressRootExitStatus===3&&(workInProgressRootRenderLanes&62914560)===workInProgressRootRenderLanes&&300>now()-globalMostRecentFallbackTime?executionContext&2?workInProgressRootPingedLanes|=pingedLanes:prepareFreshStack(root,0):workInProgressRootPingedLanes|=pingedLanes,workInProgressSuspendedRetryLanes===workInProgressRootRenderLanes&&(workInProgressSuspendedRetryLanes=0)),ensureRootIsScheduled(root)}
function retryTimedOutBoundary(boundaryFiber,retryLane){
retryLane===0&&(retryLane=claimNextRetryLane()),boundaryFiber=enqueueConcurrentRenderForLane(boundaryFiber,retryLane),boundaryFiber!==null&&(markRootUpdated$1(boundaryFiber,retryLane),ensureRootIsScheduled(boundaryFiber))}
function retryDehydratedSuspenseBoundary(boundaryFiber){
var suspenseState=boundaryFiber.memoizedState,retryLane=0;
suspenseState!==null&&(retryLane=suspenseState.retryLane),retryTimedOutBoundary(boundaryFiber,retryLane)}
function resolveRetryWakeable(boundaryFiber,wakeable){
var retryLane=0;
switch(boundaryFiber.tag){
case 31:
case 13:
var retryCache=boundaryFiber.stateNode,suspenseState=boundaryFiber.memoizedState;
suspenseState!==null&&(retryLane=suspenseState.retryLane);
break;
case 19:
retryCache=boundaryFiber.stateNode;
break;
case 22:
retryCache=boundaryFiber.stateNode._retryCache;
break;
default:
throw Error(formatProdErrorMessage(314))}
retryCache!==null&&retryCache.delete(wakeable),retryTimedOutBoundary(boundaryFiber,retryLane)}
function scheduleCallback$1(priorityLevel,callback){
return scheduleCallback$3(priorityLevel,callback)}
var firstScheduledRoot=null,lastScheduledRoot=null,didScheduleMicrotask=!1,mightHavePendingSyncWork=!1,isFlushingWork=!1,currentEventTransitionLane=0;
function ensureRootIsScheduled(root){
root!==lastScheduledRoot&&root.next===null&&(lastScheduledRoot===null?firstScheduledRoot=lastScheduledRoot=root:lastScheduledRoot=lastScheduledRoot.next=root),mightHavePendingSyncWork=!0,didScheduleMicrotask||(didScheduleMicrotask=!0,scheduleImmediateRootScheduleTask())}
function flushSyncWorkAcrossRoots_impl(syncTransitionLanes,onlyLegacy){
if(!isFlushingWork&&mightHavePendingSyncWork){
isFlushingWork=!0;
do for(var didPerformSomeWork=!1,root$190=firstScheduledRoot;root$190!==null;){
if(!onlyLegacy){
if(syncTransitionLanes!==0){
var pendingLanes=root$190.pendingLanes;
if(pendingLanes===0)var JSCompiler_inline_result=0;else{
var suspendedLanes=root$190.suspendedLanes,pingedLanes=root$190.pingedLanes;
JSCompiler_inline_result=(1<<31-clz32(42|syncTransitionLanes)+1)-1,JSCompiler_inline_result&=pendingLanes&~(suspendedLanes&~pingedLanes),JSCompiler_inline_result=JSCompiler_inline_result&201326741?JSCompiler_inline_result&201326741|1:JSCompiler_inline_result?JSCompiler_inline_result|2:0}
JSCompiler_inline_result!==0&&(didPerformSomeWork=!0,performSyncWorkOnRoot(root$190,JSCompiler_inline_result))}else JSCompiler_inline_result=workInProgressRootRenderLanes,JSCompiler_inline_result=getNextLanes(root$190,root$190===workInProgressRoot?JSCompiler_inline_result:0,root$190.cancelPendingCommit!==null||root$190.timeoutHandle!==-1),!(JSCompiler_inline_result&3)||checkIfRootIsPrerendering(root$190,JSCompiler_inline_result)||(didPerformSomeWork=!0,performSyncWorkOnRoot(root$190,JSCompiler_inline_result))}
root$190=root$190.next}while(didPerformSomeWork);
isFlushingWork=!1}}
function processRootScheduleInImmediateTask(){
processRootScheduleInMicrotask()}
function processRootScheduleInMicrotask(){
mightHavePendingSyncWork=didScheduleMicrotask=!1;
var syncTransitionLanes=0;
currentEventTransitionLane!==0&&shouldAttemptEagerTransition()&&(syncTransitionLanes=currentEventTransitionLane);
for(var currentTime=now(),prev=null,root=firstScheduledRoot;root!==null;){
var next=root.next,nextLanes=scheduleTaskForRootDuringMicrotask(root,currentTime);
nextLanes===0?(root.next=null,prev===null?firstScheduledRoot=next:prev.next=next,next===null&&(lastScheduledRoot=prev)):(prev=root,(syncTransitionLanes!==0||nextLanes&3)&&(mightHavePendingSyncWork=!0)),root=next}
pendingEffectsStatus!==0&&pendingEffectsStatus!==5||flushSyncWorkAcrossRoots_impl(syncTransitionLanes,!1),currentEventTransitionLane!==0&&(currentEventTransitionLane=0)}
function scheduleTaskForRootDuringMicrotask(root,currentTime){
for(var suspendedLanes=root.suspendedLanes,pingedLanes=root.pingedLanes,expirationTimes=root.expirationTimes,lanes=root.pendingLanes&-62914561;0<lanes;){
var index$5=31-clz32(lanes),lane=1<<index$5,expirationTime=expirationTimes[index$5];
expirationTime===-1?((lane&suspendedLanes)===0||(lane&pingedLanes)!==0)&&(expirationTimes[index$5]=computeExpirationTime(lane,currentTime)):expirationTime<=currentTime&&(root.expiredLanes|=lane),lanes&=~lane}
if(currentTime=workInProgressRoot,suspendedLanes=workInProgressRootRenderLanes,suspendedLanes=getNextLanes(root,root===currentTime?suspendedLanes:0,root.cancelPendingCommit!==null||root.timeoutHandle!==-1),pingedLanes=root.callbackNode,suspendedLanes===0||root===currentTime&&(workInProgressSuspendedReason===2||workInProgressSuspendedReason===9)||root.cancelPendingCommit!==null)return pingedLanes!==null&&pingedLanes!==null&&cancelCallback$1(pingedLanes),root.callbackNode=null,root.callbackPriority=0;
if(!(suspendedLanes&3)||checkIfRootIsPrerendering(root,suspendedLanes)){
if(currentTime=suspendedLanes&-suspendedLanes,currentTime===root.callbackPriority)return currentTime;
switch(pingedLanes!==null&&cancelCallback$1(pingedLanes),lanesToEventPriority(suspendedLanes)){
case 2:
case 8:
suspendedLanes=UserBlockingPriority;
break;
case 32:
suspendedLanes=NormalPriority$1;
break;
case 268435456:
suspendedLanes=IdlePriority;
break;
default:
suspendedLanes=NormalPriority$1}
return pingedLanes=performWorkOnRootViaSchedulerTask.bind(null,root),suspendedLanes=scheduleCallback$3(suspendedLanes,pingedLanes),root.callbackPriority=currentTime,root.callbackNode=suspendedLanes,currentTime}
return pingedLanes!==null&&pingedLanes!==null&&cancelCallback$1(pingedLanes),root.callbackPriority=2,root.callbackNode=null,2}
function performWorkOnRootViaSchedulerTask(root,didTimeout){
if(pendingEffectsStatus!==0&&pendingEffectsStatus!==5)return root.callbackNode=null,root.callbackPriority=0,null;
var originalCallbackNode=root.callbackNode;
if(flushPendingEffects()&&root.callbackNode!==originalCallbackNode)return null;
var workInProgressRootRenderLanes$jscomp$0=workInProgressRootRenderLanes;
return workInProgressRootRenderLanes$jscomp$0=getNextLanes(root,root===workInProgressRoot?workInProgressRootRenderLanes$jscomp$0:0,root.cancelPendingCommit!==null||root.timeoutHandle!==-1),workInProgressRootRenderLanes$jscomp$0===0?null:(performWorkOnRoot(root,workInProgressRootRenderLanes$jscomp$0,didTimeout),scheduleTaskForRootDuringMicrotask(root,now()),root.callbackNode!=null&&root.callbackNode===originalCallbackNode?performWorkOnRootViaSchedulerTask.bind(null,root):null)}
function performSyncWorkOnRoot(root,lanes){
if(flushPendingEffects())return null;
performWorkOnRoot(root,lanes,!0)}
function scheduleImmediateRootScheduleTask(){
scheduleMicrotask(function(){
executionContext&6?scheduleCallback$3(ImmediatePriority,processRootScheduleInImmediateTask):processRootScheduleInMicrotask()})}
function requestTransitionLane(){
if(currentEventTransitionLane===0){
var actionScopeLane=currentEntangledLane;
actionScopeLane===0&&(actionScopeLane=nextTransitionUpdateLane,nextTransitionUpdateLane<<=1,!(nextTransitionUpdateLane&261888)&&(nextTransitionUpdateLane=256)),currentEventTransitionLane=actionScopeLane}
return currentEventTransitionLane}
function coerceFormActionProp(actionProp){
return actionProp==null||typeof actionProp==`symbol`||typeof actionProp==`boolean`?null:typeof actionProp==`function`?actionProp:sanitizeURL(actionProp)}
function extractEvents$1(dispatchQueue,domEventName,maybeTargetInst,nativeEvent,nativeEventTarget){
if(domEventName===`submit`&&maybeTargetInst&&maybeTargetInst.stateNode===nativeEventTarget){
var action=coerceFormActionProp((nativeEventTarget[internalPropsKey]||null).action),submitter=nativeEvent.submitter;
submitter&&(domEventName=(domEventName=submitter[internalPropsKey]||null)?coerceFormActionProp(domEventName.formAction):submitter.getAttribute(`formAction`),domEventName!==null&&(action=domEventName,submitter=null));
var event=new SyntheticEvent(`action`,`action`,null,nativeEvent,nativeEventTarget);
dispatchQueue.push({event,listeners:[{instance:null,listener:function(){
if(nativeEvent.defaultPrevented){
if(currentEventTransitionLane!==0){
var formData=new FormData(nativeEventTarget,submitter);
startHostTransition(maybeTargetInst,{pending:!0,data:formData,method:nativeEventTarget.method,action},null,formData)}}else typeof action==`function`&&(event.preventDefault(),formData=new FormData(nativeEventTarget,submitter),startHostTransition(maybeTargetInst,{pending:!0,data:formData,method:nativeEventTarget.method,action},action,formData))},currentTarget:nativeEventTarget}]})}}
for(var i$jscomp$inline_1667=0;i$jscomp$inline_1667<simpleEventPluginEvents.length;i$jscomp$inline_1667++){
var eventName$jscomp$inline_1668=simpleEventPluginEvents[i$jscomp$inline_1667];
registerSimpleEvent(eventName$jscomp$inline_1668.toLowerCase(),`on`+(eventName$jscomp$inline_1668[0].toUpperCase()+eventName$jscomp$inline_1668.slice(1)))}
registerSimpleEvent(ANIMATION_END,`onAnimationEnd`),registerSimpleEvent(ANIMATION_ITERATION,`onAnimationIteration`),registerSimpleEvent(ANIMATION_START,`onAnimationStart`),registerSimpleEvent(`dblclick`,`onDoubleClick`),registerSimpleEvent(`focusin`,`onFocus`),registerSimpleEvent(`focusout`,`onBlur`),registerSimpleEvent(TRANSITION_RUN,`onTransitionRun`),registerSimpleEvent(TRANSITION_START,`onTransitionStart`),registerSimpleEvent(TRANSITION_CANCEL,`onTransitionCancel`),registerSimpleEvent(TRANSITION_END,`onTransitionEnd`),registerDirectEvent(`onMouseEnter`,[`mouseout`,`mouseover`]),registerDirectEvent(`onMouseLeave`,[`mouseout`,`mouseover`]),registerDirectEvent(`onPointerEnter`,[`pointerout`,`pointerover`]),registerDirectEvent(`onPointerLeave`,[`pointerout`,`pointerover`]),registerTwoPhaseEvent(`onChange`,`change click focusin focusout input keydown keyup selectionchange`.split(` `)),registerTwoPhaseEvent(`onSelect`,`focusout contextmenu dragend focusin keydown keyup mousedown mouseup selectionchange`.split(` `)),registerTwoPhaseEvent(`onBeforeInput`,[`compositionend`,`keypress`,`textInput`,`paste`]),registerTwoPhaseEvent(`onCompositionEnd`,`compositionend focusout keydown keypress keyup mousedown`.split(` `)),registerTwoPhaseEvent(`onCompositionStart`,`compositionstart focusout keydown keypress keyup mousedown`.split(` `)),registerTwoPhaseEvent(`onCompositionUpdate`,`compositionupdate focusout keydown keypress keyup mousedown`.split(` `));
var mediaEventTypes=`abort canplay canplaythrough durationchange emptied encrypted ended error loadeddata loadedmetadata loadstart pause play playing progress ratechange resize seeked seeking stalled suspend timeupdate volumechange waiting`.split(` `),nonDelegatedEvents=new Set(`beforetoggle cancel close invalid load scroll scrollend toggle`.split(` `).concat(mediaEventTypes));
function processDispatchQueue(dispatchQueue,eventSystemFlags){
eventSystemFlags=!!(eventSystemFlags&4);
for(var i=0;i<dispatchQueue.length;i++){
var _dispatchQueue$i=dispatchQueue[i],event=_dispatchQueue$i.event;
_dispatchQueue$i=_dispatchQueue$i.listeners;
a:{
var previousInstance=void 0;
if(eventSystemFlags)for(var i$jscomp$0=_dispatchQueue$i.length-1;0<=i$jscomp$0;i$jscomp$0--){
var _dispatchListeners$i=_dispatchQueue$i[i$jscomp$0],instance=_dispatchListeners$i.instance,currentTarget=_dispatchListeners$i.currentTarget;
if(_dispatchListeners$i=_dispatchListeners$i.listener,instance!==previousInstance&&event.isPropagationStopped())break a;
previousInstance=_dispatchListeners$i,event.currentTarget=currentTarget;
try{
previousInstance(event)}catch(error){
reportGlobalError(error)}
event.currentTarget=null,previousInstance=instance}else for(i$jscomp$0=0;i$jscomp$0<_dispatchQueue$i.length;i$jscomp$0++){
if(_dispatchListeners$i=_dispatchQueue$i[i$jscomp$0],instance=_dispatchListeners$i.instance,currentTarget=_dispatchListeners$i.currentTarget,_dispatchListeners$i=_dispatchListeners$i.listener,instance!==previousInstance&&event.isPropagationStopped())break a;
previousInstance=_dispatchListeners$i,event.currentTarget=currentTarget;
try{
previousInstance(event)}catch(error){
reportGlobalError(error)}
event.currentTarget=null,previousInstance=instance}}}}
function listenToNonDelegatedEvent(domEventName,targetElement){
var JSCompiler_inline_result=targetElement[internalEventHandlersKey];
JSCompiler_inline_result===void 0&&(JSCompiler_inline_result=targetElement[internalEventHandlersKey]=new Set);
var listenerSetKey=domEventName+`__bubble`;
JSCompiler_inline_result.has(listenerSetKey)||(addTrappedEventListener(targetElement,domEventName,2,!1),JSCompiler_inline_result.add(listenerSetKey))}
function listenToNativeEvent(domEventName,isCapturePhaseListener,target){
var eventSystemFlags=0;
isCapturePhaseListener&&(eventSystemFlags|=4),addTrappedEventListener(target,domEventName,eventSystemFlags,isCapturePhaseListener)}
var listeningMarker=`_reactListening`+Math.random().toString(36).slice(2);
function listenToAllSupportedEvents(rootContainerElement){
if(!rootContainerElement[listeningMarker]){
rootContainerElement[listeningMarker]=!0,allNativeEvents.forEach(function(domEventName){
domEventName!==`selectionchange`&&(nonDelegatedEvents.has(domEventName)||listenToNativeEvent(domEventName,!1,rootContainerElement),listenToNativeEvent(domEventName,!0,rootContainerElement))});
var ownerDocument=rootContainerElement.nodeType===9?rootContainerElement:rootContainerElement.ownerDocument;
ownerDocument===null||ownerDocument[listeningMarker]||(ownerDocument[listeningMarker]=!0,listenToNativeEvent(`selectionchange`,!1,ownerDocument))}}
function addTrappedEventListener(targetContainer,domEventName,eventSystemFlags,isCapturePhaseListener){
switch(getEventPriority(domEventName)){
case 2:
var listenerWrapper=dispatchDiscreteEvent;
break;
case 8:
listenerWrapper=dispatchContinuousEvent;
break;
default:
listenerWrapper=dispatchEvent}
eventSystemFlags=listenerWrapper.bind(null,domEventName,eventSystemFlags,targetContainer),listenerWrapper=void 0,!passiveBrowserEventsSupported||domEventName!==`touchstart`&&domEventName!==`touchmove`&&domEventName!==`wheel`||(listenerWrapper=!0),isCapturePhaseListener?listenerWrapper===void 0?targetContainer.addEventListener(domEventName,eventSystemFlags,!0):targetContainer.addEventListener(domEventName,eventSystemFlags,{capture:!0,passive:listenerWrapper}):listenerWrapper===void 0?targetContainer.addEventListener(domEventName,eventSystemFlags,!1):targetContainer.addEventListener(domEventName,eventSystemFlags,{passive:listenerWrapper})}
function dispatchEventForPluginEventSystem(domEventName,eventSystemFlags,nativeEvent,targetInst$jscomp$0,targetContainer){
var ancestorInst=targetInst$jscomp$0;
if(!(eventSystemFlags&1)&&!(eventSystemFlags&2)&&targetInst$jscomp$0!==null)a:for(;;){
if(targetInst$jscomp$0===null)return;
var nodeTag=targetInst$jscomp$0.tag;
if(nodeTag===3||nodeTag===4){
var container=targetInst$jscomp$0.stateNode.containerInfo;
if(container===targetContainer)break;
if(nodeTag===4)for(nodeTag=targetInst$jscomp$0.return;nodeTag!==null;){
var grandTag=nodeTag.tag;
if((grandTag===3||grandTag===4)&&nodeTag.stateNode.containerInfo===targetContainer)return;
nodeTag=nodeTag.return}
for(;container!==null;){
if(nodeTag=getClosestInstanceFromNode(container),nodeTag===null)return;
if(grandTag=nodeTag.tag,grandTag===5||grandTag===6||grandTag===26||grandTag===27){
targetInst$jscomp$0=ancestorInst=nodeTag;
continue a}
container=container.parentNode}}
targetInst$jscomp$0=targetInst$jscomp$0.return}
batchedUpdates$1(function(){
var targetInst=ancestorInst,nativeEventTarget=getEventTarget(nativeEvent),dispatchQueue=[];
a:{
var reactName=topLevelEventsToReactNames.get(domEventName);
if(reactName!==void 0){
var SyntheticEventCtor=SyntheticEvent,reactEventType=domEventName;
switch(domEventName){
case`keypress`:
if(getEventCharCode(nativeEvent)===0)break a;
case`keydown`:
case`keyup`:
SyntheticEventCtor=SyntheticKeyboardEvent;
break;
case`focusin`:
reactEventType=`focus`,SyntheticEventCtor=SyntheticFocusEvent;
break;
case`focusout`:
reactEventType=`blur`,SyntheticEventCtor=SyntheticFocusEvent;
break;
case`beforeblur`:
case`afterblur`:
SyntheticEventCtor=SyntheticFocusEvent;
break;
case`click`:
if(nativeEvent.button===2)break a;
case`auxclick`:
case`dblclick`:
case`mousedown`:
case`mousemove`:
case`mouseup`:
case`mouseout`:
case`mouseover`:
case`contextmenu`:
SyntheticEventCtor=SyntheticMouseEvent;
break;
case`drag`:
case`dragend`:
case`dragenter`:
case`dragexit`:
case`dragleave`:
case`dragover`:
case`dragstart`:
case`drop`:
SyntheticEventCtor=SyntheticDragEvent;
break;
case`touchcancel`:
case`touchend`:
case`touchmove`:
case`touchstart`:
SyntheticEventCtor=SyntheticTouchEvent;
break;
case ANIMATION_END:
case ANIMATION_ITERATION:
case ANIMATION_START:
SyntheticEventCtor=SyntheticAnimationEvent;
break;
case TRANSITION_END:
SyntheticEventCtor=SyntheticTransitionEvent;
break;
case`scroll`:
case`scrollend`:
SyntheticEventCtor=SyntheticUIEvent;
break;
case`wheel`:
SyntheticEventCtor=SyntheticWheelEvent;
break;
case`copy`:
case`cut`:
case`paste`:
SyntheticEventCtor=SyntheticClipboardEvent;
break;
case`gotpointercapture`:
case`lostpointercapture`:
case`pointercancel`:
case`pointerdown`:
case`pointermove`:
case`pointerout`:
case`pointerover`:
case`pointerup`:
SyntheticEventCtor=SyntheticPointerEvent;
break;
case`submit`:
SyntheticEventCtor=SyntheticSubmitEvent;
break;
case`toggle`:
case`beforetoggle`:
SyntheticEventCtor=SyntheticToggleEvent}
var inCapturePhase=!!(eventSystemFlags&4),accumulateTargetOnly=!inCapturePhase&&(domEventName===`scroll`||domEventName===`scrollend`),reactEventName=inCapturePhase?reactName===null?null:reactName+`Capture`:reactName;
inCapturePhase=[];
for(var instance=targetInst,lastHostComponent;instance!==null;){
var _instance=instance;
if(lastHostComponent=_instance.stateNode,_instance=_instance.tag,_instance!==5&&_instance!==26&&_instance!==27||lastHostComponent===null||reactEventName===null||(_instance=getListener(instance,reactEventName),_instance!=null&&inCapturePhase.push(createDispatchListener(instance,_instance,lastHostComponent))),accumulateTargetOnly)break;
instance=instance.return}
0<inCapturePhase.length&&(reactName=new SyntheticEventCtor(reactName,reactEventType,null,nativeEvent,nativeEventTarget),dispatchQueue.push({event:reactName,listeners:inCapturePhase}))}}
if(!(eventSystemFlags&7)){
a:{
if(SyntheticEventCtor=domEventName===`mouseover`||domEventName===`pointerover`,reactName=domEventName===`mouseout`||domEventName===`pointerout`,SyntheticEventCtor&&nativeEvent!==currentReplayingEvent&&(reactEventType=nativeEvent.relatedTarget||nativeEvent.fromElement)&&(getClosestInstanceFromNode(reactEventType)||reactEventType[internalContainerInstanceKey]))break a;
(reactName||SyntheticEventCtor)&&(reactEventType=nativeEventTarget.window===nativeEventTarget?nativeEventTarget:(SyntheticEventCtor=nativeEventTarget.ownerDocument)?SyntheticEventCtor.defaultView||SyntheticEventCtor.parentWindow:window,reactName?(SyntheticEventCtor=nativeEvent.relatedTarget||nativeEvent.toElement,reactName=targetInst,SyntheticEventCtor=SyntheticEventCtor?getClosestInstanceFromNode(SyntheticEventCtor):null,SyntheticEventCtor!==null&&(accumulateTargetOnly=getNearestMountedFiber(SyntheticEventCtor),inCapturePhase=SyntheticEventCtor.tag,SyntheticEventCtor!==accumulateTargetOnly||inCapturePhase!==5&&inCapturePhase!==27&&inCapturePhase!==6)&&(SyntheticEventCtor=null)):(reactName=null,SyntheticEventCtor=targetInst),reactName!==SyntheticEventCtor&&(inCapturePhase=SyntheticMouseEvent,_instance=`onMouseLeave`,reactEventName=`onMouseEnter`,instance=`mouse`,(domEventName===`pointerout`||domEventName===`pointerover`)&&(inCapturePhase=SyntheticPointerEvent,_instance=`onPointerLeave`,reactEventName=`onPointerEnter`,instance=`pointer`),accumulateTargetOnly=reactName==null?reactEventType:getNodeFromInstance(reactName),lastHostComponent=SyntheticEventCtor==null?reactEventType:getNodeFromInstance(SyntheticEventCtor),reactEventType=new inCapturePhase(_instance,instance+`leave`,reactName,nativeEvent,nativeEventTarget),reactEventType.target=accumulateTargetOnly,reactEventType.relatedTarget=lastHostComponent,_instance=null,getClosestInstanceFromNode(nativeEventTarget)===targetInst&&(inCapturePhase=new inCapturePhase(reactEventName,instance+`enter`,SyntheticEventCtor,nativeEvent,nativeEventTarget),inCapturePhase.target=lastHostComponent,inCapturePhase.relatedTarget=accumulateTargetOnly,_instance=inCapturePhase),accumulateTargetOnly=_instance,inCapturePhase=reactName&&SyntheticEventCtor?getLowestCommonAncestor(reactName,SyntheticEventCtor,getParent):null,reactName!==null&&accumulateEnterLeaveListenersForEvent(dispatchQueue,reactEventType,reactName,inCapturePhase,!1),SyntheticEventCtor!==null&&accumulateTargetOnly!==null&&accumulateEnterLeaveListenersForEvent(dispatchQueue,accumulateTargetOnly,SyntheticEventCtor,inCapturePhase,!0)))}
a:{
if(reactName=targetInst?getNodeFromInstance(targetInst):window,SyntheticEventCtor=reactName.nodeName&&reactName.nodeName.toLowerCase(),SyntheticEventCtor===`select`||SyntheticEventCtor===`input`&&reactName.type===`file`)var getTargetInstFunc=getTargetInstForChangeEvent;else if(isTextInputElement(reactName)){
if(isInputEventSupported)getTargetInstFunc=getTargetInstForInputOrChangeEvent;else{
getTargetInstFunc=getTargetInstForInputEventPolyfill;
var handleEventFunc=handleEventsForInputEventPolyfill}}else SyntheticEventCtor=reactName.nodeName,!SyntheticEventCtor||SyntheticEventCtor.toLowerCase()!==`input`||reactName.type!==`checkbox`&&reactName.type!==`radio`?targetInst&&isCustomElement(targetInst.elementType)&&(getTargetInstFunc=getTargetInstForChangeEvent):getTargetInstFunc=getTargetInstForClickEvent;
if(getTargetInstFunc&&=getTargetInstFunc(domEventName,targetInst)){
createAndAccumulateChangeEvent(dispatchQueue,getTargetInstFunc,nativeEvent,nativeEventTarget);
break a}
handleEventFunc&&handleEventFunc(domEventName,reactName,targetInst)}
switch(handleEventFunc=targetInst?getNodeFromInstance(targetInst):window,domEventName){
case`focusin`:
(isTextInputElement(handleEventFunc)||handleEventFunc.contentEditable===`true`)&&(activeElement=handleEventFunc,activeElementInst=targetInst,lastSelection=null);
break;
case`focusout`:
lastSelection=activeElementInst=activeElement=null;
break;
case`mousedown`:
mouseDown=!0;
break;
case`contextmenu`:
case`mouseup`:
case`dragend`:
mouseDown=!1,constructSelectEvent(dispatchQueue,nativeEvent,nativeEventTarget);
break;
case`selectionchange`:
if(skipSelectionChangeEvent)break;
case`keydown`:
case`keyup`:
constructSelectEvent(dispatchQueue,nativeEvent,nativeEventTarget)}
var fallbackData;
if(canUseCompositionEvent)b:{
switch(domEventName){
case`compositionstart`:
var eventType=`onCompositionStart`;
break b;
case`compositionend`:
eventType=`onCompositionEnd`;
break b;
case`compositionupdate`:
eventType=`onCompositionUpdate`;
break b}
eventType=void 0}else isComposing?isFallbackCompositionEnd(domEventName,nativeEvent)&&(eventType=`onCompositionEnd`):domEventName===`keydown`&&nativeEvent.keyCode===229&&(eventType=`onCompositionStart`);
eventType&&(useFallbackCompositionData&&nativeEvent.locale!==`ko`&&(isComposing||eventType!==`onCompositionStart`?eventType===`onCompositionEnd`&&isComposing&&(fallbackData=getData()):(root=nativeEventTarget,startText=`value`in root?root.value:root.textContent,isComposing=!0)),handleEventFunc=accumulateTwoPhaseListeners(targetInst,eventType),0<handleEventFunc.length&&(eventType=new SyntheticCompositionEvent(eventType,domEventName,null,nativeEvent,nativeEventTarget),dispatchQueue.push({event:eventType,listeners:handleEventFunc}),fallbackData?eventType.data=fallbackData:(fallbackData=getDataFromCustomEvent(nativeEvent),fallbackData!==null&&(eventType.data=fallbackData)))),(fallbackData=canUseTextInputEvent?getNativeBeforeInputChars(domEventName,nativeEvent):getFallbackBeforeInputChars(domEventName,nativeEvent))&&(eventType=accumulateTwoPhaseListeners(targetInst,`onBeforeInput`),0<eventType.length&&(handleEventFunc=new SyntheticCompositionEvent(`onBeforeInput`,`beforeinput`,null,nativeEvent,nativeEventTarget),dispatchQueue.push({event:handleEventFunc,listeners:eventType}),handleEventFunc.data=fallbackData)),extractEvents$1(dispatchQueue,domEventName,targetInst,nativeEvent,nativeEventTarget)}
processDispatchQueue(dispatchQueue,eventSystemFlags)})}
function createDispatchListener(instance,listener,currentTarget){
return{instance,listener,currentTarget}}
function accumulateTwoPhaseListeners(targetFiber,reactName){
for(var captureName=reactName+`Capture`,listeners=[];targetFiber!==null;){
var _instance2=targetFiber,stateNode=_instance2.stateNode;
if(_instance2=_instance2.tag,_instance2!==5&&_instance2!==26&&_instance2!==27||stateNode===null||(_instance2=getListener(targetFiber,captureName),_instance2!=null&&listeners.unshift(createDispatchListener(targetFiber,_instance2,stateNode)),_instance2=getListener(targetFiber,reactName),_instance2!=null&&listeners.push(createDispatchListener(targetFiber,_instance2,stateNode))),targetFiber.tag===3)return listeners;
targetFiber=targetFiber.return}
return[]}
function getParent(inst){
if(inst===null)return null;
do inst=inst.return;while(inst&&inst.tag!==5&&inst.tag!==27);
return inst||null}
function accumulateEnterLeaveListenersForEvent(dispatchQueue,event,target,common,inCapturePhase){
for(var registrationName=event._reactName,listeners=[];target!==null&&target!==common;){
var _instance3=target,alternate=_instance3.alternate,stateNode=_instance3.stateNode;
if(_instance3=_instance3.tag,alternate!==null&&alternate===common)break;
_instance3!==5&&_instance3!==26&&_instance3!==27||stateNode===null||(alternate=stateNode,inCapturePhase?(stateNode=getListener(target,registrationName),stateNode!=null&&listeners.unshift(createDispatchListener(target,stateNode,alternate))):inCapturePhase||(stateNode=getListener(target,registrationName),stateNode!=null&&listeners.push(createDispatchListener(target,stateNode,alternate)))),target=target.return}
listeners.length!==0&&dispatchQueue.push({event,listeners})}
var NORMALIZE_NEWLINES_REGEX=/\r\n?/g,NORMALIZE_NULL_AND_REPLACEMENT_REGEX=/\u0000|\uFFFD/g;
function normalizeMarkupForTextOrAttribute(markup){
return(typeof markup==`string`?markup:``+markup).replace(NORMALIZE_NEWLINES_REGEX,`
`).replace(NORMALIZE_NULL_AND_REPLACEMENT_REGEX,``)}
function checkForUnmatchedText(serverText,clientText){
return clientText=normalizeMarkupForTextOrAttribute(clientText),normalizeMarkupForTextOrAttribute(serverText)===clientText}
function setProp(domElement,tag,key,value,props,prevValue){
switch(key){
case`children`:
if(typeof value==`string`)tag===`body`||tag===`textarea`&&value===``||setTextContent(domElement,value);else if(typeof value==`number`||typeof value==`bigint`)tag!==`body`&&setTextContent(domElement,``+value);else return;
break;
case`className`:
setValueForKnownAttribute(domElement,`class`,value);
break;
case`tabIndex`:
setValueForKnownAttribute(domElement,`tabindex`,value);
break;
case`dir`:
case`role`:
case`viewBox`:
case`width`:
case`height`:
setValueForKnownAttribute(domElement,key,value);
break;
case`style`:
setValueForStyles(domElement,value,prevValue);
return;
case`data`:
if(tag!==`object`){
setValueForKnownAttribute(domElement,`data`,value);
break}
case`src`:
case`href`:
if(value===``&&(tag!==`a`||key!==`href`)||value==null||typeof value==`function`||typeof value==`symbol`||typeof value==`boolean`){
domElement.removeAttribute(key);
break}
value=sanitizeURL(value),domElement.setAttribute(key,value);
break;
case`action`:
case`formAction`:
if(typeof value==`function`){
domElement.setAttribute(key,`javascript:throw new Error('A React form was unexpectedly submitted. If you called form.submit() manually, consider using form.requestSubmit() instead. If you\\'re trying to use event.stopPropagation() in a submit event handler, consider also calling event.preventDefault().')`);
break}
if(typeof prevValue==`function`&&(key===`formAction`?(tag!==`input`&&setProp(domElement,tag,`name`,props.name,props,null),setProp(domElement,tag,`formEncType`,props.formEncType,props,null),setProp(domElement,tag,`formMethod`,props.formMethod,props,null),setProp(domElement,tag,`formTarget`,props.formTarget,props,null)):(setProp(domElement,tag,`encType`,props.encType,props,null),setProp(domElement,tag,`method`,props.method,props,null),setProp(domElement,tag,`target`,props.target,props,null))),value==null||typeof value==`symbol`||typeof value==`boolean`){
domElement.removeAttribute(key);
break}
value=sanitizeURL(value),domElement.setAttribute(key,value);
break;
case`onClick`:
value!=null&&(domElement.onclick=noop$1);
return;
case`onScroll`:
value!=null&&listenToNonDelegatedEvent(`scroll`,domElement);
return;
case`onScrollEnd`:
value!=null&&listenToNonDelegatedEvent(`scrollend`,domElement);
return;
case`dangerouslySetInnerHTML`:
if(value!=null){
if(typeof value!=`object`||!(`__html`in value))throw Error(formatProdErrorMessage(61));
if(key=value.__html,key!=null){
if(props.children!=null)throw Error(formatProdErrorMessage(60));
prevValue?.__html!==key&&(domElement.innerHTML=key)}}
break;
case`multiple`:
domElement.multiple=value&&typeof value!=`function`&&typeof value!=`symbol`;
break;
case`muted`:
domElement.muted=value&&typeof value!=`function`&&typeof value!=`symbol`;
break;
case`suppressContentEditableWarning`:
case`suppressHydrationWarning`:
case`defaultValue`:
case`defaultChecked`:
case`innerHTML`:
case`ref`:
break;
case`autoFocus`:
break;
case`xlinkHref`:
if(value==null||typeof value==`function`||typeof value==`boolean`||typeof value==`symbol`){
domElement.removeAttribute(`xlink:href`);
break}
key=sanitizeURL(value),domElement.setAttributeNS(`http://www.w3.org/1999/xlink`,`xlink:href`,key);
break;
case`contentEditable`:
case`spellCheck`:
case`draggable`:
case`value`:
case`autoReverse`:
case`externalResourcesRequired`:
case`focusable`:
case`preserveAlpha`:
value!=null&&typeof value!=`function`&&typeof value!=`symbol`?domElement.setAttribute(key,value):domElement.removeAttribute(key);
break;
case`inert`:
case`allowFullScreen`:
case`async`:
case`autoPlay`:
case`controls`:
case`credentialless`:
case`default`:
case`defer`:
case`disabled`:
case`disablePictureInPicture`:
case`disableRemotePlayback`:
case`formNoValidate`:
case`hidden`:
case`loop`:
case`noModule`:
case`noValidate`:
case`open`:
case`playsInline`:
case`readOnly`:
case`required`:
case`reversed`:
case`scoped`:
case`seamless`:
case`itemScope`:
value&&typeof value!=`function`&&typeof value!=`symbol`?domElement.setAttribute(key,``):domElement.removeAttribute(key);
break;
case`capture`:
case`download`:
!0===value?domElement.setAttribute(key,``):!1!==value&&value!=null&&typeof value!=`function`&&typeof value!=`symbol`?domElement.setAttribute(key,value):domElement.removeAttribute(key);
break;
case`cols`:
case`rows`:
case`size`:
case`span`:
value!=null&&typeof value!=`function`&&typeof value!=`symbol`&&!isNaN(value)&&1<=value?domElement.setAttribute(key,value):domElement.removeAttribute(key);
break;
case`rowSpan`:
case`start`:
value==null||typeof value==`function`||typeof value==`symbol`||isNaN(value)?domElement.removeAttribute(key):domElement.setAttribute(key,value);
break;
case`popover`:
listenToNonDelegatedEvent(`beforetoggle`,domElement),listenToNonDelegatedEvent(`toggle`,domElement),setValueForAttribute(domElement,`popover`,value);
break;
case`xlinkActuate`:
setValueForNamespacedAttribute(domElement,`http://www.w3.org/1999/xlink`,`xlink:actuate`,value);
break;
case`xlinkArcrole`:
setValueForNamespacedAttribute(domElement,`http://www.w3.org/1999/xlink`,`xlink:arcrole`,value);
break;
case`xlinkRole`:
setValueForNamespacedAttribute(domElement,`http://www.w3.org/1999/xlink`,`xlink:role`,value);
break;
case`xlinkShow`:
setValueForNamespacedAttribute(domElement,`http://www.w3.org/1999/xlink`,`xlink:show`,value);
break;
case`xlinkTitle`:
setValueForNamespacedAttribute(domElement,`http://www.w3.org/1999/xlink`,`xlink:title`,value);
break;
case`xlinkType`:
setValueForNamespacedAttribute(domElement,`http://www.w3.org/1999/xlink`,`xlink:type`,value);
break;
case`xmlBase`:
setValueForNamespacedAttribute(domElement,`http://www.w3.org/XML/1998/namespace`,`xml:base`,value);
break;
case`xmlLang`:
setValueForNamespacedAttribute(domElement,`http://www.w3.org/XML/1998/namespace`,`xml:lang`,value);
break;
case`xmlSpace`:
setValueForNamespacedAttribute(domElement,`http://www.w3.org/XML/1998/namespace`,`xml:space`,value);
break;
case`is`:
setValueForAttribute(domElement,`is`,value);
break;
case`innerText`:
case`textContent`:
return;
default:
if(!(2<key.length)||key[0]!==`o`&&key[0]!==`O`||key[1]!==`n`&&key[1]!==`N`)key=aliases.get(key)||key,setValueForAttribute(domElement,key,value);else return}
viewTransitionMutationContext=!0}
function setPropOnCustomElement(domElement,tag,key,value,props,prevValue){
switch(key){
case`style`:
setValueForStyles(domElement,value,prevValue);
return;
case`dangerouslySetInnerHTML`:
if(value!=null){
if(typeof value!=`object`||!(`__html`in value))throw Error(formatProdErrorMessage(61));
if(key=value.__html,key!=null){
if(props.children!=null)throw Error(formatProdErrorMessage(60));
prevValue?.__html!==key&&(domElement.innerHTML=key)}}
break;
case`children`:
if(typeof value==`string`)setTextContent(domElement,value);else if(typeof value==`number`||typeof value==`bigint`)setTextContent(domElement,``+value);else return;
break;
case`onScroll`:
value!=null&&listenToNonDelegatedEvent(`scroll`,domElement);
return;
case`onScrollEnd`:
value!=null&&listenToNonDelegatedEvent(`scrollend`,domElement);
return;
case`onClick`:
value!=null&&(domElement.onclick=noop$1);
return;
case`suppressContentEditableWarning`:
case`suppressHydrationWarning`:
case`innerHTML`:
case`ref`:
return;
case`innerText`:
case`textContent`:
return;
default:
if(!registrationNameDependencies.hasOwnProperty(key))a:{
if(key[0]===`o`&&key[1]===`n`&&(props=key.endsWith(`Capture`),prevValue=key.slice(2,props?key.length-7:void 0),tag=domElement[internalPropsKey]||null,tag=tag==null?null:tag[key],typeof tag==`function`&&domElement.removeEventListener(prevValue,tag,props),typeof value==`function`)){
typeof tag!=`function`&&tag!==null&&(key in domElement?domElement[key]=null:domElement.hasAttribute(key)&&domElement.removeAttribute(key)),domElement.addEventListener(prevValue,value,props);
break a}
viewTransitionMutationContext=!0,key in domElement?domElement[key]=value:!0===value?domElement.setAttribute(key,``):setValueForAttribute(domElement,key,value)}
return}
viewTransitionMutationContext=!0}
function setInitialProperties(domElement,tag,props){
switch(tag){
case`div`:
case`span`:
case`svg`:
case`path`:
case`a`:
case`g`:
case`p`:
case`li`:
break;
case`img`:
listenToNonDelegatedEvent(`error`,domElement),listenToNonDelegatedEvent(`load`,domElement);
var hasSrc=!1,hasSrcSet=!1,propKey;
for(propKey in props)if(props.hasOwnProperty(propKey)){
var propValue=props[propKey];
if(propValue!=null)switch(propKey){
case`src`:
hasSrc=!0;
break;
case`srcSet`:
hasSrcSet=!0;
break;
case`children`:
case`dangerouslySetInnerHTML`:
throw Error(formatProdErrorMessage(137,tag));
default:
setProp(domElement,tag,propKey,propValue,props,null)}}
hasSrcSet&&setProp(domElement,tag,`srcSet`,props.srcSet,props,null),hasSrc&&setProp(domElement,tag,`src`,props.src,props,null);
return;
case`input`:
listenToNonDelegatedEvent(`invalid`,domElement);
var defaultValue=propKey=propValue=hasSrcSet=null,checked=null,defaultChecked=null;
for(hasSrc in props)if(props.hasOwnProperty(hasSrc)){
var propValue$204=props[hasSrc];
if(propValue$204!=null)switch(hasSrc){
case`name`:
hasSrcSet=propValue$204;
break;
case`type`:
propValue=propValue$204;
break;
case`checked`:
checked=propValue$204;
break;
case`defaultChecked`:
defaultChecked=propValue$204;
break;
case`value`:
propKey=propValue$204;
break;
case`defaultValue`:
defaultValue=propValue$204;
break;
case`children`:
case`dangerouslySetInnerHTML`:
if(propValue$204!=null)throw Error(formatProdErrorMessage(137,tag));
break;
default:
setProp(domElement,tag,hasSrc,propValue$204,props,null)}}
initInput(domElement,propKey,defaultValue,checked,defaultChecked,propValue,hasSrcSet,!1);
return;
case`select`:
for(hasSrcSet in listenToNonDelegatedEvent(`invalid`,domElement),hasSrc=propValue=propKey=null,props)if(props.hasOwnProperty(hasSrcSet)&&(defaultValue=props[hasSrcSet],defaultValue!=null))switch(hasSrcSet){
case`value`:
propKey=defaultValue;
break;
case`defaultValue`:
propValue=defaultValue;
break;
case`multiple`:
hasSrc=defaultValue;
default:
setProp(domElement,tag,hasSrcSet,defaultValue,props,null)}
tag=propKey,props=propValue,domElement.multiple=!!hasSrc,tag==null?props!=null&&updateOptions(domElement,!!hasSrc,props,!0):updateOptions(domElement,!!hasSrc,tag,!1);
return;
case`textarea`:
for(propValue in listenToNonDelegatedEvent(`invalid`,domElement),propKey=hasSrcSet=hasSrc=null,props)if(props.hasOwnProperty(propValue)&&(defaultValue=props[propValue],defaultValue!=null))switch(propValue){
case`value`:
hasSrc=defaultValue;
break;
case`defaultValue`:
hasSrcSet=defaultValue;
break;
case`children`:
propKey=defaultValue;
break;
case`dangerouslySetInnerHTML`:
if(defaultValue!=null)throw Error(formatProdErrorMessage(91));
break;
default:
setProp(domElement,tag,propValue,defaultValue,props,null)}
initTextarea(domElement,hasSrc,hasSrcSet,propKey);
return;
case`option`:
for(checked in props)if(props.hasOwnProperty(checked)&&(hasSrc=props[checked],hasSrc!=null))switch(checked){
case`selected`:
domElement.selected=hasSrc&&typeof hasSrc!=`function`&&typeof hasSrc!=`symbol`;
break;
default:
setProp(domElement,tag,checked,hasSrc,props,null)}
return;
case`dialog`:
listenToNonDelegatedEvent(`beforetoggle`,domElement),listenToNonDelegatedEvent(`toggle`,domElement),listenToNonDelegatedEvent(`cancel`,domElement),listenToNonDelegatedEvent(`close`,domElement);
break;
case`iframe`:
case`object`:
listenToNonDelegatedEvent(`load`,domElement);
break;
case`video`:
case`audio`:
for(hasSrc=0;hasSrc<mediaEventTypes.length;hasSrc++)listenToNonDelegatedEvent(mediaEventTypes[hasSrc],domElement);
break;
case`image`:
listenToNonDelegatedEvent(`error`,domElement),listenToNonDelegatedEvent(`load`,domElement);
break;
case`details`:
listenToNonDelegatedEvent(`toggle`,domElement);
break;
case`embed`:
case`source`:
case`link`:
listenToNonDelegatedEvent(`error`,domElement),listenToNonDelegatedEvent(`load`,domElement);
case`area`:
case`base`:
case`br`:
case`col`:
case`hr`:
case`keygen`:
case`meta`:
case`param`:
case`track`:
case`wbr`:
case`menuitem`:
for(defaultChecked in props)if(props.hasOwnProperty(defaultChecked)&&(hasSrc=props[defaultChecked],hasSrc!=null))switch(defaultChecked){
case`children`:
case`dangerouslySetInnerHTML`:
throw Error(formatProdErrorMessage(137,tag));
default:
setProp(domElement,tag,defaultChecked,hasSrc,props,null)}
return;
default:
if(isCustomElement(tag)){
for(propValue$204 in props)props.hasOwnProperty(propValue$204)&&(hasSrc=props[propValue$204],hasSrc!==void 0&&setPropOnCustomElement(domElement,tag,propValue$204,hasSrc,props,void 0));
return}}
for(defaultValue in props)props.hasOwnProperty(defaultValue)&&(hasSrc=props[defaultValue],hasSrc!=null&&setProp(domElement,tag,defaultValue,hasSrc,props,null))}
var emptyProps={};
function updateProperties(domElement,tag,lastProps,nextProps){
switch(tag){
case`div`:
case`span`:
case`svg`:
case`path`:
case`a`:
case`g`:
case`p`:
case`li`:
break;
case`input`:
var name=null,type=null,value=null,defaultValue=null,lastDefaultValue=null,checked=null,defaultChecked=null;
for(propKey in lastProps){
var lastProp=lastProps[propKey];
if(lastProps.hasOwnProperty(propKey)&&lastProp!=null)switch(propKey){
case`checked`:
break;
case`value`:
break;
case`defaultValue`:
lastDefaultValue=lastProp;
default:
nextProps.hasOwnProperty(propKey)||setProp(domElement,tag,propKey,null,nextProps,lastProp)}}
for(var propKey$221 in nextProps){
var propKey=nextProps[propKey$221];
if(lastProp=lastProps[propKey$221],nextProps.hasOwnProperty(propKey$221)&&(propKey!=null||lastProp!=null))switch(propKey$221){
case`type`:
propKey!==lastProp&&(viewTransitionMutationContext=!0),type=propKey;
break;
case`name`:
propKey!==lastProp&&(viewTransitionMutationContext=!0),name=propKey;
break;
case`checked`:
propKey!==lastProp&&(viewTransitionMutationContext=!0),checked=propKey;
break;
case`defaultChecked`:
propKey!==lastProp&&(viewTransitionMutationContext=!0),defaultChecked=propKey;
break;
case`value`:
propKey!==lastProp&&(viewTransitionMutationContext=!0),value=propKey;
break;
case`defaultValue`:
propKey!==lastProp&&(viewTransitionMutationContext=!0),defaultValue=propKey;
break;
case`children`:
case`dangerouslySetInnerHTML`:
if(propKey!=null)throw Error(formatProdErrorMessage(137,tag));
break;
default:
propKey!==lastProp&&setProp(domElement,tag,propKey$221,propKey,nextProps,lastProp)}}
updateInput(domElement,value,defaultValue,lastDefaultValue,checked,defaultChecked,type,name);
return;
case`select`:
for(type in propKey=value=defaultValue=propKey$221=null,lastProps)if(lastDefaultValue=lastProps[type],lastProps.hasOwnProperty(type)&&lastDefaultValue!=null)switch(type){
case`value`:
break;
case`multiple`:
propKey=lastDefaultValue;
default:
nextProps.hasOwnProperty(type)||setProp(domElement,tag,type,null,nextProps,lastDefaultValue)}
for(name in nextProps)if(type=nextProps[name],lastDefaultValue=lastProps[name],nextProps.hasOwnProperty(name)&&(type!=null||lastDefaultValue!=null))switch(name){
case`value`:
type!==lastDefaultValue&&(viewTransitionMutationContext=!0),propKey$221=type;
break;
case`defaultValue`:
type!==lastDefaultValue&&(viewTransitionMutationContext=!0),defaultValue=type;
break;
case`multiple`:
type!==lastDefaultValue&&(viewTransitionMutationContext=!0),value=type;
default:
type!==lastDefaultValue&&setProp(domElement,tag,name,type,nextProps,lastDefaultValue)}
tag=defaultValue,lastProps=value,nextProps=propKey,propKey$221==null?!!nextProps!=!!lastProps&&(tag==null?updateOptions(domElement,!!lastProps,lastProps?[]:``,!1):updateOptions(domElement,!!lastProps,tag,!0)):updateOptions(domElement,!!lastProps,propKey$221,!1);
return;
case`textarea`:
for(defaultValue in propKey=propKey$221=null,lastProps)if(name=lastProps[defaultValue],lastProps.hasOwnProperty(defaultValue)&&name!=null&&!nextProps.hasOwnProperty(defaultValue))switch(defaultValue){
case`value`:
break;
case`children`:
break;
default:
setProp(domElement,tag,defaultValue,null,nextProps,name)}
for(value in nextProps)if(name=nextProps[value],type=lastProps[value],nextProps.hasOwnProperty(value)&&(name!=null||type!=null))switch(value){
case`value`:
name!==type&&(viewTransitionMutationContext=!0),propKey$221=name;
break;
case`defaultValue`:
name!==type&&(viewTransitionMutationContext=!0),propKey=name;
break;
case`children`:
break;
case`dangerouslySetInnerHTML`:
if(name!=null)throw Error(formatProdErrorMessage(91));
break;
default:
name!==type&&setProp(domElement,tag,value,name,nextProps,type)}
updateTextarea(domElement,propKey$221,propKey);
return;
case`option`:
for(var propKey$237 in lastProps)if(propKey$221=lastProps[propKey$237],lastProps.hasOwnProperty(propKey$237)&&propKey$221!=null&&!nextProps.hasOwnProperty(propKey$237))switch(propKey$237){
case`selected`:
domElement.selected=!1;
break;
default:
setProp(domElement,tag,propKey$237,null,nextProps,propKey$221)}
for(lastDefaultValue in nextProps)if(propKey$221=nextProps[lastDefaultValue],propKey=lastProps[lastDefaultValue],nextProps.hasOwnProperty(lastDefaultValue)&&propKey$221!==propKey&&(propKey$221!=null||propKey!=null))switch(lastDefaultValue){
case`selected`:
propKey$221!==propKey&&(viewTransitionMutationContext=!0),domElement.selected=propKey$221&&typeof propKey$221!=`function`&&typeof propKey$221!=`symbol`;
break;
default:
setProp(domElement,tag,lastDefaultValue,propKey$221,nextProps,propKey)}
return;
case`img`:
case`link`:
case`area`:
case`base`:
case`br`:
case`col`:
case`embed`:
case`hr`:
case`keygen`:
case`meta`:
case`param`:
case`source`:
case`track`:
case`wbr`:
case`menuitem`:
for(var propKey$242 in lastProps)propKey$221=lastProps[propKey$242],lastProps.hasOwnProperty(propKey$242)&&propKey$221!=null&&!nextProps.hasOwnProperty(propKey$242)&&setProp(domElement,tag,propKey$242,null,nextProps,propKey$221);
for(checked in nextProps)if(propKey$221=nextProps[checked],propKey=lastProps[checked],nextProps.hasOwnProperty(checked)&&propKey$221!==propKey&&(propKey$221!=null||propKey!=null))switch(checked){
case`children`:
case`dangerouslySetInnerHTML`:
if(propKey$221!=null)throw Error(formatProdErrorMessage(137,tag));
break;
default:
setProp(domElement,tag,checked,propKey$221,nextProps,propKey)}
return;
default:
if(isCustomElement(tag)){
for(var propKey$247 in lastProps)propKey$221=lastProps[propKey$247],lastProps.hasOwnProperty(propKey$247)&&propKey$221!==void 0&&!nextProps.hasOwnProperty(propKey$247)&&setPropOnCustomElement(domElement,tag,propKey$247,void 0,nextProps,propKey$221);
for(defaultChecked in nextProps)propKey$221=nextProps[defaultChecked],propKey=lastProps[defaultChecked],!nextProps.hasOwnProperty(defaultChecked)||propKey$221===propKey||propKey$221===void 0&&propKey===void 0||setPropOnCustomElement(domElement,tag,defaultChecked,propKey$221,nextProps,propKey);
return}}
for(var propKey$252 in lastProps)propKey$221=lastProps[propKey$252],lastProps.hasOwnProperty(propKey$252)&&propKey$221!=null&&!nextProps.hasOwnProperty(propKey$252)&&setProp(domElement,tag,propKey$252,null,nextProps,propKey$221);
for(lastProp in nextProps)propKey$221=nextProps[lastProp],propKey=lastProps[lastProp],!nextProps.hasOwnProperty(lastProp)||propKey$221===propKey||propKey$221==null&&propKey==null||setProp(domElement,tag,lastProp,propKey$221,nextProps,propKey)}
function isLikelyStaticResource(initiatorType){
switch(initiatorType){
case`css`:
case`script`:
case`font`:
case`img`:
case`image`:
case`input`:
case`link`:
return!0;
default:
return!1}}
function estimateBandwidth(){
if(typeof performance.getEntriesByType==`function`){
for(var count=0,bits=0,resourceEntries=performance.getEntriesByType(`resource`),i=0;i<resourceEntries.length;i++){
var entry=resourceEntries[i],transferSize=entry.transferSize,initiatorType=entry.initiatorType,duration=entry.duration;
if(transferSize&&duration&&isLikelyStaticResource(initiatorType)){
for(initiatorType=0,duration=entry.responseEnd,i+=1;i<resourceEntries.length;i++){
var overlapEntry=resourceEntries[i],overlapStartTime=overlapEntry.startTime;
if(overlapStartTime>duration)break;
var overlapTransferSize=overlapEntry.transferSize,overlapInitiatorType=overlapEntry.initiatorType;
overlapTransferSize&&isLikelyStaticResource(overlapInitiatorType)&&(overlapEntry=overlapEntry.responseEnd,initiatorType+=overlapTransferSize*(overlapEntry<duration?1:(duration-overlapStartTime)/(overlapEntry-overlapStartTime)))}
if(--i,bits+=8*(transferSize+initiatorType)/(entry.duration/1e3),count++,10<count)break}}
if(0<count)return bits/count/1e6}
return navigator.connection&&(count=navigator.connection.downlink,typeof count==`number`)?count:5}
var eventsEnabled=null,selectionInformation=null;
function getOwnerDocumentFromRootContainer(rootContainerElement){
return rootContainerElement.nodeType===9?rootContainerElement:rootContainerElement.ownerDocument}
function getOwnHostContext(namespaceURI){
switch(namespaceURI){
case`http://www.w3.org/2000/svg`:
return 1;
case`http://www.w3.org/1998/Math/MathML`:
return 2;
default:
return 0}}
function getChildHostContextProd(parentNamespace,type){
if(parentNamespace===0)switch(type){
case`svg`:
return 1;
case`math`:
return 2;
default:
return 0}
return parentNamespace===1&&type===`foreignObject`?0:parentNamespace}
function createHoistableInstance(type,props,rootContainerInstance,internalInstanceHandle){
return rootContainerInstance=getOwnerDocumentFromRootContainer(rootContainerInstance).createElement(type),rootContainerInstance[internalInstanceKey]=internalInstanceHandle,rootContainerInstance[internalPropsKey]=props,setInitialProperties(rootContainerInstance,type,props),markNodeAsHoistable(rootContainerInstance),rootContainerInstance}
function shouldSetTextContent(type,props){
return type===`textarea`||type===`noscript`||typeof props.children==`string`||typeof props.children==`number`||typeof props.children==`bigint`||typeof props.dangerouslySetInnerHTML==`object`&&props.dangerouslySetInnerHTML!==null&&props.dangerouslySetInnerHTML.__html!=null}
var currentPopstateTransitionEvent=null;
function shouldAttemptEagerTransition(){
var event=window.event;
return event&&event.type===`popstate`?event!==currentPopstateTransitionEvent&&(currentPopstateTransitionEvent=event,!0):(currentPopstateTransitionEvent=null,!1)}
var scheduleTimeout=typeof setTimeout==`function`?setTimeout:void 0,cancelTimeout=typeof clearTimeout==`function`?clearTimeout:void 0,localPromise=typeof Promise==`function`?Promise:void 0,localRequestAnimationFrame=typeof requestAnimationFrame==`function`?requestAnimationFrame:scheduleTimeout,scheduleMicrotask=typeof queueMicrotask==`function`?queueMicrotask:localPromise===void 0?scheduleTimeout:function(callback){
return localPromise.resolve(null).then(callback).catch(handleErrorInNextTick)};
function handleErrorInNextTick(error){
setTimeout(function(){
throw error})}
function isSingletonScope(type){
return type===`head`}
function clearHydrationBoundary(parentInstance,hydrationInstance){
var node=hydrationInstance,depth=0;
do{
var nextNode=node.nextSibling;
if(parentInstance.removeChild(node),nextNode&&nextNode.nodeType===8){
if(node=nextNode.data,node===`/$`||node===`/&`){
if(depth===0){
parentInstance.removeChild(nextNode),retryIfBlockedOn(hydrationInstance);
return}
depth--}else if(node===`$`||node===`$?`||node===`$~`||node===`$!`||node===`&`)depth++;else if(node===`html`)clearSingletonPreambleContribution(parentInstance.ownerDocument.documentElement);else if(node===`head`){
node=parentInstance.ownerDocument.head,clearSingletonPreambleContribution(node);
for(var node$jscomp$0=node.firstChild;node$jscomp$0;){
var nextNode$jscomp$0=node$jscomp$0.nextSibling,nodeName=node$jscomp$0.nodeName;
node$jscomp$0[internalHoistableMarker]||nodeName===`SCRIPT`||nodeName===`STYLE`||nodeName===`LINK`&&node$jscomp$0.rel.toLowerCase()===`stylesheet`||node.removeChild(node$jscomp$0),node$jscomp$0=nextNode$jscomp$0}}else node===`body`&&clearSingletonPreambleContribution(parentInstance.ownerDocument.body)}
node=nextNode}while(node);
retryIfBlockedOn(hydrationInstance)}
function hideOrUnhideDehydratedBoundary(suspenseInstance,isHidden){
var node=suspenseInstance;
suspenseInstance=0;
do{
var nextNode=node.nextSibling;
if(node.nodeType===1?isHidden?(node._stashedDisplay=node.style.display,node.style.display=`none`):(node.style.display=node._stashedDisplay||``,node.getAttribute(`style`)===``&&node.removeAttribute(`style`)):node.nodeType===3&&(isHidden?(node._stashedText=node.nodeValue,node.nodeValue=``):node.nodeValue=node._stashedText||``),nextNode&&nextNode.nodeType===8){
if(node=nextNode.data,node===`/$`){
if(suspenseInstance===0)break;
suspenseInstance--}else node!==`$`&&node!==`$?`&&node!==`$~`&&node!==`$!`||suspenseInstance++}
node=nextNode}while(node)}
function applyViewTransitionName(instance,name,className){
if(name=CSS.escape(name)===name?name:`r-`+btoa(name).replace(/=/g,``),instance.style.viewTransitionName=name,className!=null&&(instance.style.viewTransitionClass=className),className=getComputedStyle(instance),className.display===`inline`){
if(name=instance.getClientRects(),name.length===1)var JSCompiler_inline_result=1;else for(var i=JSCompiler_inline_result=0;i<name.length;i++){
var rect=name[i];
0<rect.width&&0<rect.height&&JSCompiler_inline_result++}
JSCompiler_inline_result===1&&(instance=instance.style,instance.display=name.length===1?`inline-block`:`block`,instance.marginTop=`-`+className.paddingTop,instance.marginBottom=`-`+className.paddingBottom)}}
function restoreViewTransitionName(instance,props){
instance=instance.style,props=props.style;
var viewTransitionName=props==null?null:props.hasOwnProperty(`viewTransitionName`)?props.viewTransitionName:props.hasOwnProperty(`view-transition-name`)?props[`view-transition-name`]:null;
instance.viewTransitionName=viewTransitionName==null||typeof viewTransitionName==`boolean`?``:(``+viewTransitionName).trim(),viewTransitionName=props==null?null:props.hasOwnProperty(`viewTransitionClass`)?props.viewTransitionClass:props.hasOwnProperty(`view-transition-class`)?props[`view-transition-class`]:null,instance.viewTransitionClass=viewTransitionName==null||typeof viewTransitionName==`boolean`?``:(``+viewTransitionName).trim(),instance.display===`inline-block`&&(props==null?instance.display=instance.margin=``:(viewTransitionName=props.display,instance.display=viewTransitionName==null||typeof viewTransitionName==`boolean`?``:viewTransitionName,viewTransitionName=props.margin,viewTransitionName==null?(viewTransitionName=props.hasOwnProperty(`marginTop`)?props.marginTop:props[`margin-top`],instance.marginTop=viewTransitionName==null||typeof viewTransitionName==`boolean`?``:viewTransitionName,props=props.hasOwnProperty(`marginBottom`)?props.marginBottom:props[`margin-bottom`],instance.marginBottom=props==null||typeof props==`boolean`?``:props):instance.margin=viewTransitionName))}
function createMeasurement(rect,computedStyle,element){
return element=element.ownerDocument.defaultView,{rect,abs:computedStyle.position===`absolute`||computedStyle.position===`fixed`,clip:computedStyle.clipPath!==`none`||computedStyle.overflow!==`visible`||computedStyle.filter!==`none`||computedStyle.mask!==`none`||computedStyle.mask!==`none`||computedStyle.borderRadius!==`0px`,view:0<=rect.bottom&&0<=rect.right&&rect.top<=element.innerHeight&&rect.left<=element.innerWidth}}
function measureInstance(instance){
return createMeasurement(instance.getBoundingClientRect(),getComputedStyle(instance),instance)}
function measureClonedInstance(instance){
var measuredRect=instance.getBoundingClientRect();
measuredRect=new DOMRect(measuredRect.x+2e4,measuredRect.y+2e4,measuredRect.width,measuredRect.height);
var computedStyle=getComputedStyle(instance);
return createMeasurement(measuredRect,computedStyle,instance)}
function forceLayout(ownerDocument){
return ownerDocument.documentElement.clientHeight}
function waitForImageToLoad(resolve){
this.addEventListener(`load`,resolve),this.addEventListener(`error`,resolve)}
function startViewTransition(suspendedState,rootContainer,transitionTypes,mutationCallback,layoutCallback,afterMutationCallback,spawnedWorkCallback,passiveCallback,errorCallback){
var ownerDocument=rootContainer.nodeType===9?rootContainer:rootContainer.ownerDocument;
try{
var transition=ownerDocument.startViewTransition({update:function(){
var ownerWindow=ownerDocument.defaultView,pendingNavigation=ownerWindow.navigation&&ownerWindow.navigation.transition,previousFontLoadingStatus=ownerDocument.fonts.status;
mutationCallback();
var blockingPromises=[];
if(previousFontLoadingStatus===`loaded`&&(forceLayout(ownerDocument),ownerDocument.fonts.status===`loading`&&blockingPromises.push(ownerDocument.fonts.ready)),previousFontLoadingStatus=blockingPromises.length,suspendedState!==null)for(var suspenseyImages=suspendedState.suspenseyImages,imgBytes=0,i=0;i<suspenseyImages.length;i++){
var suspenseyImage=suspenseyImages[i];
if(!suspenseyImage.complete){
var rect=suspenseyImage.getBoundingClientRect();
if(0<rect.bottom&&0<rect.right&&rect.top<ownerWindow.innerHeight&&rect.left<ownerWindow.innerWidth){
if(imgBytes+=estimateImageBytes(suspenseyImage),imgBytes>estimatedBytesWithinLimit){
blockingPromises.length=previousFontLoadingStatus;
break}
suspenseyImage=new Promise(waitForImageToLoad.bind(suspenseyImage)),blockingPromises.push(suspenseyImage)}}}
if(0<blockingPromises.length)return ownerWindow=Promise.race([Promise.all(blockingPromises),new Promise(function(resolve){
return setTimeout(resolve,500)})]).then(layoutCallback,layoutCallback),(pendingNavigation?Promise.allSettled([pendingNavigation.finished,ownerWindow]):ownerWindow).then(afterMutationCallback,afterMutationCallback);
if(layoutCallback(),pendingNavigation)return pendingNavigation.finished.then(afterMutationCallback,afterMutationCallback);
afterMutationCallback()},types:transitionTypes});
ownerDocument.__reactViewTransition=transition;
var viewTransitionAnimations=[];
return transition.ready.then(function(){
for(var animations=ownerDocument.documentElement.getAnimations({subtree:!0}),i=0;i<animations.length;i++){
var animation=animations[i],effect=animation.effect,pseudoElement=effect.pseudoElement;
if(pseudoElement!=null&&pseudoElement.startsWith(`::view-transition`)){
viewTransitionAnimations.push(animation),animation=effect.getKeyframes();
for(var height=pseudoElement=void 0,unchangedDimensions=!0,j=0;j<animation.length;j++){
var keyframe=animation[j],w=keyframe.width;
if(pseudoElement===void 0)pseudoElement=w;else if(pseudoElement!==w){
unchangedDimensions=!1;
break}
if(w=keyframe.height,height===void 0)height=w;else if(height!==w){
unchangedDimensions=!1;
break}
delete keyframe.width,delete keyframe.height,keyframe.transform===`none`&&delete keyframe.transform}
unchangedDimensions&&pseudoElement!==void 0&&height!==void 0&&(effect.setKeyframes(animation),unchangedDimensions=getComputedStyle(effect.target,effect.pseudoElement),unchangedDimensions.width!==pseudoElement||unchangedDimensions.height!==height)&&(unchangedDimensions=animation[0],unchangedDimensions.width=pseudoElement,unchangedDimensions.height=height,unchangedDimensions=animation[animation.length-1],unchangedDimensions.width=pseudoElement,unchangedDimensions.height=height,effect.setKeyframes(animation))}}
spawnedWorkCallback()},function(error){
ownerDocument.__reactViewTransition===transition&&(ownerDocument.__reactViewTransition=null);
try{
if(typeof error==`object`&&error)switch(error.name){
case`InvalidStateError`:
(error.message===`View transition was skipped because document visibility state is hidden.`||error.message===`Skipping view transition because document visibility state has become hidden.`||error.message===`Skipping view transition because viewport size changed.`||error.message===`Transition was aborted because of invalid state`)&&(error=null)}
error!==null&&errorCallback(error)}finally{
mutationCallback(),layoutCallback(),spawnedWorkCallback()}}),transition.finished.finally(function(){
for(var i=0;i<viewTransitionAnimations.length;i++)viewTransitionAnimations[i].cancel();
ownerDocument.__reactViewTransition===transition&&(ownerDocument.__reactViewTransition=null),passiveCallback()}),transition}catch{
return mutationCallback(),layoutCallback(),spawnedWorkCallback(),null}}
function ViewTransitionPseudoElement(pseudo,name){
this._scope=document.documentElement,this._selector=`::view-transition-`+pseudo+`(`+name+`)`}
ViewTransitionPseudoElement.prototype.animate=function(keyframes,options){
return options=typeof options==`number`?{duration:options}:assign({},options),options.pseudoElement=this._selector,this._scope.animate(keyframes,options)},ViewTransitionPseudoElement.prototype.getAnimations=function(){
for(var scope=this._scope,selector=this._selector,animations=scope.getAnimations({subtree:!0}),result=[],i=0;i<animations.length;i++){
var effect=animations[i].effect;
effect!==null&&effect.target===scope&&effect.pseudoElement===selector&&result.push(animations[i])}
return result},ViewTransitionPseudoElement.prototype.getComputedStyle=function(){
return getComputedStyle(this._scope,this._selector)};
function createViewTransitionInstance(name){
return{name,group:new ViewTransitionPseudoElement(`group`,name),imagePair:new ViewTransitionPseudoElement(`image-pair`,name),old:new ViewTransitionPseudoElement(`old`,name),new:new ViewTransitionPseudoElement(`new`,name)}}
function FragmentInstance(fragmentFiber){
this._fragmentFiber=fragmentFiber,this._observers=this._eventListeners=null}
FragmentInstance.prototype.addEventListener=function(type,listener,optionsOrUseCapture){
var signal=null,cleanup=null;
if(!(optionsOrUseCapture!=null&&typeof optionsOrUseCapture!=`boolean`&&(signal=optionsOrUseCapture.signal||null,signal!==null&&signal.aborted))){
this._eventListeners===null&&(this._eventListeners=[]);
var listeners=this._eventListeners;
if(indexOfEventListener(listeners,type,listener,optionsOrUseCapture)===-1){
var fragmentInstance=this,attachedListener=listener;
optionsOrUseCapture!=null&&typeof optionsOrUseCapture!=`boolean`&&!0===optionsOrUseCapture.once&&(attachedListener=function(event){
fragmentInstance.removeEventListener(type,listener,optionsOrUseCapture),typeof listener==`function`?listener.call(this,event):listener.handleEvent(event)}),signal!==null&&(cleanup=fragmentInstance.removeEventListener.bind(fragmentInstance,type,listener,optionsOrUseCapture),signal.addEventListener(`abort`,cleanup,{once:!0}),cleanup=signal.removeEventListener.bind(signal,`abort`,cleanup)),signal=getAttachOptions(optionsOrUseCapture),listeners.push({type,listener,optionsOrUseCapture,attachedListener,cleanup}),traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!1,addEventListenerToChild,type,attachedListener,signal)}
this._eventListeners=listeners}};
function addEventListenerToChild(child,type,listener,optionsOrUseCapture){
return getInstanceFromHostFiber(child).addEventListener(type,listener,optionsOrUseCapture),!1}
FragmentInstance.prototype.removeEventListener=function(type,listener,optionsOrUseCapture){
var listeners=this._eventListeners;
if(listeners!==null&&(listener=indexOfEventListener(listeners,type,listener,optionsOrUseCapture),listener!==-1)){
var _listeners$index=listeners[listener];
optionsOrUseCapture=_listeners$index.attachedListener;
var cleanup=_listeners$index.cleanup;
_listeners$index=getAttachOptions(_listeners$index.optionsOrUseCapture),traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!1,removeEventListenerFromChild,type,optionsOrUseCapture,_listeners$index),listeners.splice(listener,1),cleanup!==null&&cleanup()}};
function removeEventListenerFromChild(child,type,listener,optionsOrUseCapture){
return getInstanceFromHostFiber(child).removeEventListener(type,listener,optionsOrUseCapture),!1}
function getAttachOptions(opts){
return opts!=null&&typeof opts!=`boolean`&&(!0===opts.once||opts.signal instanceof AbortSignal)?{capture:opts.capture,passive:opts.passive}:opts}
function normalizeListenerOptions(opts){
return opts==null?`c=0`:typeof opts==`boolean`?`c=`+(opts?`1`:`0`):`c=`+(opts.capture?`1`:`0`)}
function indexOfEventListener(eventListeners,type,listener,optionsOrUseCapture){
if(eventListeners.length===0)return-1;
optionsOrUseCapture=normalizeListenerOptions(optionsOrUseCapture);
for(var i=0;i<eventListeners.length;i++){
var item=eventListeners[i];
if(item.type===type&&item.listener===listener&&normalizeListenerOptions(item.optionsOrUseCapture)===optionsOrUseCapture)return i}
return-1}
FragmentInstance.prototype.dispatchEvent=function(event){
var parentHostFiber=getFragmentParentInstanceOrContainerFiber(this._fragmentFiber);
if(parentHostFiber===null)return!0;
parentHostFiber=getInstanceFromHostFiber(parentHostFiber);
var eventListeners=this._eventListeners;
if(eventListeners!==null&&0<eventListeners.length||!event.bubbles){
var temp=parentHostFiber.nodeType===9?parentHostFiber.createComment(``):document.createTextNode(``);
if(eventListeners)for(var i=0;i<eventListeners.length;i++){
var _eventListeners$i=eventListeners[i];
temp.addEventListener(_eventListeners$i.type,_eventListeners$i.attachedListener,getAttachOptions(_eventListeners$i.optionsOrUseCapture))}
if(parentHostFiber.appendChild(temp),event=temp.dispatchEvent(event),eventListeners)for(i=0;i<eventListeners.length;i++)_eventListeners$i=eventListeners[i],temp.removeEventListener(_eventListeners$i.type,_eventListeners$i.attachedListener,getAttachOptions(_eventListeners$i.optionsOrUseCapture));
return parentHostFiber.removeChild(temp),event}
return parentHostFiber.dispatchEvent(event)},FragmentInstance.prototype.focus=function(focusOptions){
traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!0,setFocusOnFiberIfFocusable,focusOptions,void 0,void 0)};
function setFocusOnFiberIfFocusable(fiber,focusOptions){
return fiber.tag!==6&&(fiber=getInstanceFromHostFiber(fiber),setFocusIfFocusable(fiber,focusOptions))}
FragmentInstance.prototype.focusLast=function(focusOptions){
var children=[];
traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!0,collectChildren,children,void 0,void 0);
for(var i=children.length-1;0<=i&&!setFocusOnFiberIfFocusable(children[i],focusOptions);i--);};
function collectChildren(child,collection){
return collection.push(child),!1}
FragmentInstance.prototype.blur=function(){
var parentHostFiber=getFragmentParentInstanceOrContainerFiber(this._fragmentFiber);
parentHostFiber!==null&&(parentHostFiber=getInstanceFromHostFiber(parentHostFiber),parentHostFiber=getOwnerDocumentFromRootContainer(parentHostFiber).activeElement,parentHostFiber!==null&&traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!1,blurActiveElementWithinFragment,parentHostFiber,void 0,void 0))};
function blurActiveElementWithinFragment(child,activeElement){
return child.tag!==6&&(child=getInstanceFromHostFiber(child),child===activeElement||child.contains(activeElement)?(activeElement.blur(),!0):!1)}
FragmentInstance.prototype.observeUsing=function(observer){
this._observers===null&&(this._observers=new Set),this._observers.add(observer),traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!1,observeChild,observer,void 0,void 0)};
function observeChild(child,observer){
return child.tag===6||(child=getInstanceFromHostFiber(child),observer.observe(child)),!1}
FragmentInstance.prototype.unobserveUsing=function(observer){
var observers=this._observers;
if(observers!==null&&observers.has(observer)){
observers.delete(observer),traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!1,unobserveChild,observer,void 0,void 0);
for(var i=observers=0;i<pendingIntersectionUnobserves.length;i++){
var pending=pendingIntersectionUnobserves[i];
pending.fragmentInstance===this&&pending.observer===observer?observer.unobserve(pending.instance):pendingIntersectionUnobserves[observers++]=pending}
pendingIntersectionUnobserves.length=observers}};
function unobserveChild(child,observer){
return child.tag===6||(child=getInstanceFromHostFiber(child),observer.unobserve(child)),!1}
var pendingIntersectionUnobserves=[],intersectionUnobserveScheduled=!1;
function schedulePendingIntersectionUnobserve(fragmentInstance,observer,instance){
pendingIntersectionUnobserves.push({fragmentInstance,observer,instance}),intersectionUnobserveScheduled||(intersectionUnobserveScheduled=!0,requestPostPaintCallback(function(){
intersectionUnobserveScheduled=!1;
var pending=pendingIntersectionUnobserves;
pendingIntersectionUnobserves=[];
for(var i=0;i<pending.length;i++){
var item=pending[i];
item.observer.unobserve(item.instance)}}))}
FragmentInstance.prototype.getClientRects=function(){
var rects=[];
return traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!1,collectClientRects,rects,void 0,void 0),rects};
function collectClientRects(child,rects){
if(child.tag===6){
child=child.stateNode;
var range=child.ownerDocument.createRange();
range.selectNodeContents(child),rects.push.apply(rects,range.getClientRects())}else child=getInstanceFromHostFiber(child),rects.push.apply(rects,child.getClientRects());
return!1}
FragmentInstance.prototype.getRootNode=function(getRootNodeOptions){
var parentHostFiber=getFragmentParentInstanceOrContainerFiber(this._fragmentFiber);
return parentHostFiber===null?this:getInstanceFromHostFiber(parentHostFiber).getRootNode(getRootNodeOptions)},FragmentInstance.prototype.compareDocumentPosition=function(otherNode){
var parentHostFiber=getFragmentParentInstanceOrContainerFiber(this._fragmentFiber);
if(parentHostFiber===null)return Node.DOCUMENT_POSITION_DISCONNECTED;
var children=[];
traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!1,collectChildren,children,void 0,void 0);
var parentHostInstance=getInstanceFromHostFiber(parentHostFiber);
if(children.length===0){
if(children=parentHostInstance,fiberIsPortaledIntoHost(this._fragmentFiber)){
a:{
for(parentHostFiber=this._fragmentFiber.return;parentHostFiber!==null;){
if(parentHostFiber.tag===4){
parentHostFiber=parentHostFiber.stateNode.containerInfo;
break a}
if(parentHostFiber.tag===3||parentHostFiber.tag===5||parentHostFiber.tag===27)break;
parentHostFiber=parentHostFiber.return}
parentHostFiber=null}
parentHostFiber!=null&&(children=parentHostFiber)}
parentHostFiber=this._fragmentFiber;
var result=parentHostInstance=children.compareDocumentPosition(otherNode);
return children===otherNode?result=Node.DOCUMENT_POSITION_CONTAINS:parentHostInstance&Node.DOCUMENT_POSITION_CONTAINED_BY&&(children=getFragmentInstanceOrTextInstanceSiblings(parentHostFiber)[1],children===null?result=Node.DOCUMENT_POSITION_PRECEDING:(otherNode=getInstanceFromHostFiber(children).compareDocumentPosition(otherNode),result=otherNode===0||otherNode&Node.DOCUMENT_POSITION_FOLLOWING?Node.DOCUMENT_POSITION_FOLLOWING:Node.DOCUMENT_POSITION_PRECEDING)),result|=Node.DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC}
parentHostFiber=getInstanceFromHostFiber(children[0]),result=getInstanceFromHostFiber(children[children.length-1]);
var parentHostInstanceFromDOM=fiberIsPortaledIntoHost(this._fragmentFiber)?parentHostFiber.parentElement:parentHostInstance;
if(parentHostInstanceFromDOM==null)return Node.DOCUMENT_POSITION_DISCONNECTED;
parentHostInstance=parentHostInstanceFromDOM.compareDocumentPosition(parentHostFiber)&Node.DOCUMENT_POSITION_CONTAINED_BY,parentHostInstanceFromDOM=parentHostInstanceFromDOM.compareDocumentPosition(result)&Node.DOCUMENT_POSITION_CONTAINED_BY;
var firstResult=parentHostFiber.compareDocumentPosition(otherNode),lastResult=result.compareDocumentPosition(otherNode),otherNodeIsWithinFirstOrLastChild=firstResult&Node.DOCUMENT_POSITION_CONTAINED_BY||lastResult&Node.DOCUMENT_POSITION_CONTAINED_BY;
return lastResult=parentHostInstance&&parentHostInstanceFromDOM&&firstResult&Node.DOCUMENT_POSITION_FOLLOWING&&lastResult&Node.DOCUMENT_POSITION_PRECEDING,parentHostFiber=parentHostInstance&&parentHostFiber===otherNode||parentHostInstanceFromDOM&&result===otherNode||otherNodeIsWithinFirstOrLastChild||lastResult?Node.DOCUMENT_POSITION_CONTAINED_BY:!parentHostInstance&&parentHostFiber===otherNode||!parentHostInstanceFromDOM&&result===otherNode?Node.DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC:firstResult,parentHostFiber&Node.DOCUMENT_POSITION_DISCONNECTED||parentHostFiber&Node.DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC||validateDocumentPositionWithFiberTree(parentHostFiber,this._fragmentFiber,children[0],children[children.length-1],otherNode)?parentHostFiber:Node.DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC};
function validateDocumentPositionWithFiberTree(documentPosition,fragmentFiber,precedingBoundaryFiber,followingBoundaryFiber,otherNode){
var otherFiber=getClosestInstanceFromNode(otherNode);
if(documentPosition&Node.DOCUMENT_POSITION_CONTAINED_BY){
if(precedingBoundaryFiber=!!otherFiber)a:{
for(;otherFiber!==null;){
if(otherFiber.tag===7&&(otherFiber===fragmentFiber||otherFiber.alternate===fragmentFiber)){
precedingBoundaryFiber=!0;
break a}
otherFiber=otherFiber.return}
precedingBoundaryFiber=!1}
return precedingBoundaryFiber}
if(documentPosition&Node.DOCUMENT_POSITION_CONTAINS){
if(otherFiber===null)return otherFiber=otherNode.ownerDocument,otherNode===otherFiber||otherNode===otherFiber.documentElement||otherNode===otherFiber.body;
a:{
for(otherFiber=fragmentFiber,fragmentFiber=getFragmentParentInstanceOrContainerFiber(fragmentFiber);otherFiber!==null;){
if(!(otherFiber.tag!==5&&otherFiber.tag!==3&&otherFiber.tag!==27||otherFiber!==fragmentFiber&&otherFiber.alternate!==fragmentFiber)){
otherFiber=!0;
break a}
otherFiber=otherFiber.return}
otherFiber=!1}
return otherFiber}
return documentPosition&Node.DOCUMENT_POSITION_PRECEDING?((fragmentFiber=!!otherFiber)&&!(fragmentFiber=otherFiber===precedingBoundaryFiber)&&(fragmentFiber=getLowestCommonAncestor(precedingBoundaryFiber,otherFiber,getParentForFragmentAncestors),fragmentFiber===null?fragmentFiber=!1:(traverseVisibleInstancesAndTextInstances(fragmentFiber,!0,isFiberPrecedingCheck,otherFiber,precedingBoundaryFiber),otherFiber=searchTarget,searchTarget=null,fragmentFiber=otherFiber!==null)),fragmentFiber):documentPosition&Node.DOCUMENT_POSITION_FOLLOWING?((fragmentFiber=!!otherFiber)&&!(fragmentFiber=otherFiber===followingBoundaryFiber)&&(fragmentFiber=getLowestCommonAncestor(followingBoundaryFiber,otherFiber,getParentForFragmentAncestors),fragmentFiber===null?fragmentFiber=!1:(traverseVisibleInstancesAndTextInstances(fragmentFiber,!0,isFiberFollowingCheck,otherFiber,followingBoundaryFiber),otherFiber=searchTarget,searchBoundary=searchTarget=null,fragmentFiber=otherFiber!==null)),fragmentFiber):!1}
function scrollTextNodeIntoView(textNode,resolvedAlignToTop){
var range=textNode.ownerDocument.createRange();
range.selectNodeContents(textNode),textNode=range.getBoundingClientRect(),window.scrollTo(window.scrollX+textNode.left,resolvedAlignToTop?window.scrollY+textNode.top:window.scrollY+textNode.bottom-window.innerHeight)}
FragmentInstance.prototype.scrollIntoView=function(alignToTop){
if(typeof alignToTop==`object`)throw Error(formatProdErrorMessage(566));
var children=[];
traverseVisibleInstancesAndTextInstances(this._fragmentFiber.child,!1,collectChildren,children,void 0,void 0);
var resolvedAlignToTop=!1!==alignToTop;
if(children.length===0){
var hostSiblings=getFragmentInstanceOrTextInstanceSiblings(this._fragmentFiber);
if(hostSiblings=resolvedAlignToTop?hostSiblings[1]||hostSiblings[0]||getFragmentParentInstanceOrContainerFiber(this._fragmentFiber):hostSiblings[0]||hostSiblings[1],hostSiblings===null)return;
if(hostSiblings.tag===6){
alignToTop=getInstanceFromHostFiber(hostSiblings),scrollTextNodeIntoView(alignToTop,resolvedAlignToTop);
return}
if(hostSiblings=getInstanceFromHostFiber(hostSiblings),hostSiblings.nodeType!==9){
if(hostSiblings.nodeType===11){
resolvedAlignToTop=`host`in hostSiblings?hostSiblings.host:null,resolvedAlignToTop!==null&&resolvedAlignToTop.scrollIntoView(alignToTop);
return}
hostSiblings.scrollIntoView(alignToTop)}}
for(hostSiblings=resolvedAlignToTop?children.length-1:0;hostSiblings!==(resolvedAlignToTop?-1:children.length);){
var child=children[hostSiblings];
child.tag===6?(child=getInstanceFromHostFiber(child),scrollTextNodeIntoView(child,resolvedAlignToTop)):getInstanceFromHostFiber(child).scrollIntoView(alignToTop),hostSiblings+=resolvedAlignToTop?-1:1}};
function addFragmentHandleToFiber(child,fragmentInstance){
return child=getInstanceFromHostFiber(child),addFragmentHandleToInstance(child,fragmentInstance),!1}
function addFragmentHandleToInstance(instance,fragmentInstance){
instance.reactFragments??=new Set,instance.reactFragments.add(fragmentInstance)}
function commitNewChildToFragmentInstance(childInstance,fragmentInstance){
var eventListeners=fragmentInstance._eventListeners;
if(eventListeners!==null)for(var i$jscomp$0=0;i$jscomp$0<eventListeners.length;i$jscomp$0++){
var _eventListeners$i3=eventListeners[i$jscomp$0];
childInstance.addEventListener(_eventListeners$i3.type,_eventListeners$i3.attachedListener,getAttachOptions(_eventListeners$i3.optionsOrUseCapture))}
childInstance.nodeType!==3&&(eventListeners=fragmentInstance._observers,eventListeners!==null&&eventListeners.forEach(function(observer){
for(var writeIdx=0,i=0;i<pendingIntersectionUnobserves.length;i++){
var pending=pendingIntersectionUnobserves[i];
(pending.fragmentInstance!==fragmentInstance||pending.observer!==observer||pending.instance!==childInstance)&&(pendingIntersectionUnobserves[writeIdx++]=pending)}
pendingIntersectionUnobserves.length=writeIdx,observer.observe(childInstance)}),addFragmentHandleToInstance(childInstance,fragmentInstance))}
function deleteChildFromFragmentInstance(childInstance,fragmentInstance){
var eventListeners=fragmentInstance._eventListeners;
if(eventListeners!==null)for(var i=0;i<eventListeners.length;i++){
var _eventListeners$i4=eventListeners[i];
childInstance.removeEventListener(_eventListeners$i4.type,_eventListeners$i4.attachedListener,getAttachOptions(_eventListeners$i4.optionsOrUseCapture))}
childInstance.nodeType!==3&&(eventListeners=fragmentInstance._observers,eventListeners!==null&&eventListeners.forEach(function(observer){
typeof observer.rootMargin==`string`?schedulePendingIntersectionUnobserve(fragmentInstance,observer,childInstance):observer.unobserve(childInstance)}),childInstance.reactFragments!=null&&childInstance.reactFragments.delete(fragmentInstance))}
function clearContainerSparingly(container){
var nextNode=container.firstChild;
for(nextNode&&nextNode.nodeType===10&&(nextNode=nextNode.nextSibling);nextNode;){
var node=nextNode;
switch(nextNode=nextNode.nextSibling,node.nodeName){
case`HTML`:
case`HEAD`:
case`BODY`:
clearContainerSparingly(node),detachDeletedInstance(node);
continue;
case`SCRIPT`:
case`STYLE`:
continue;
case`LINK`:
if(node.rel.toLowerCase()===`stylesheet`)continue}
container.removeChild(node)}}
function canHydrateInstance(instance,type,props,inRootOrSingleton){
for(;instance.nodeType===1;){
var anyProps=props;
if(instance.nodeName.toLowerCase()!==type.toLowerCase()){
if(!inRootOrSingleton&&(instance.nodeName!==`INPUT`||instance.type!==`hidden`))break}else if(!inRootOrSingleton){
if(type===`input`&&instance.type===`hidden`){
var name=anyProps.name==null?null:``+anyProps.name;
if(anyProps.type===`hidden`&&instance.getAttribute(`name`)===name)return instance}else return instance}else if(!instance[internalHoistableMarker])switch(type){
case`meta`:
if(!instance.hasAttribute(`itemprop`))break;
return instance;
case`link`:
if(name=instance.getAttribute(`rel`),name===`stylesheet`&&instance.hasAttribute(`data-precedence`)||name!==anyProps.rel||instance.getAttribute(`href`)!==(anyProps.href==null||anyProps.href===``?null:anyProps.href)||instance.getAttribute(`crossorigin`)!==(anyProps.crossOrigin==null?null:anyProps.crossOrigin)||instance.getAttribute(`title`)!==(anyProps.title==null?null:anyProps.title))break;
return instance;
case`style`:
if(instance.hasAttribute(`data-precedence`))break;
return instance;
case`script`:
if(name=instance.getAttribute(`src`),(name!==(anyProps.src==null?null:anyProps.src)||instance.getAttribute(`type`)!==(anyProps.type==null?null:anyProps.type)||instance.getAttribute(`crossorigin`)!==(anyProps.crossOrigin==null?null:anyProps.crossOrigin))&&name&&instance.hasAttribute(`async`)&&!instance.hasAttribute(`itemprop`))break;
return instance;
default:
return instance}
if(instance=getNextHydratable(instance.nextSibling),instance===null)break}
return null}
function canHydrateTextInstance(instance,text,inRootOrSingleton){
if(text===``)return null;
for(;instance.nodeType!==3;)if((instance.nodeType!==1||instance.nodeName!==`INPUT`||instance.type!==`hidden`)&&!inRootOrSingleton||(instance=getNextHydratable(instance.nextSibling),instance===null))return null;
return instance}
function canHydrateHydrationBoundary(instance,inRootOrSingleton){
for(;instance.nodeType!==8;)if((instance.nodeType!==1||instance.nodeName!==`INPUT`||instance.type!==`hidden`)&&!inRootOrSingleton||(instance=getNextHydratable(instance.nextSibling),instance===null))return null;
return instance}
function isSuspenseInstancePending(instance){
return instance.data===`$?`||instance.data===`$~`}
function isSuspenseInstanceFallback(instance){
return instance.data===`$!`||instance.data===`$?`&&instance.ownerDocument.readyState!==`loading`}
function registerSuspenseInstanceRetry(instance,callback){
var ownerDocument=instance.ownerDocument;
if(instance.data===`$~`)instance._reactRetry=callback;else if(instance.data!==`$?`||ownerDocument.readyState!==`loading`)callback();else{
var listener=function(){
callback(),ownerDocument.removeEventListener(`DOMContentLoaded`,listener)};
ownerDocument.addEventListener(`DOMContentLoaded`,listener),instance._reactRetry=listener}}
function getNextHydratable(node){
for(;node!=null;node=node.nextSibling){
var nodeType=node.nodeType;
if(nodeType===1||nodeType===3)break;
if(nodeType===8){
if(nodeType=node.data,nodeType===`$`||nodeType===`$!`||nodeType===`$?`||nodeType===`$~`||nodeType===`&`||nodeType===`F!`||nodeType===`F`)break;
if(nodeType===`/$`||nodeType===`/&`)return null}}
return node}
var previousHydratableOnEnteringScopedSingleton=null;
function getNextHydratableInstanceAfterHydrationBoundary(hydrationInstance){
hydrationInstance=hydrationInstance.nextSibling;
for(var depth=0;hydrationInstance;){
if(hydrationInstance.nodeType===8){
var data=hydrationInstance.data;
if(data===`/$`||data===`/&`){
if(depth===0)return getNextHydratable(hydrationInstance.nextSibling);
depth--}else data!==`$`&&data!==`$!`&&data!==`$?`&&data!==`$~`&&data!==`&`||depth++}
hydrationInstance=hydrationInstance.nextSibling}
return null}
function getParentHydrationBoundary(targetInstance){
targetInstance=targetInstance.previousSibling;
for(var depth=0;targetInstance;){
if(targetInstance.nodeType===8){
var data=targetInstance.data;
if(data===`$`||data===`$!`||data===`$?`||data===`$~`||data===`&`){
if(depth===0)return targetInstance;
depth--}else data!==`/$`&&data!==`/&`||depth++}
targetInstance=targetInstance.previousSibling}
return null}
function setFocusIfFocusable(node,focusOptions){
function handleFocus(){
didFocus=!0}
if(node.ownerDocument.activeElement===node)return!0;
var didFocus=!1;
try{
node.ownerDocument.addEventListener(`focus`,handleFocus,!0),(node.focus||HTMLElement.prototype.focus).call(node,focusOptions)}finally{
node.ownerDocument.removeEventListener(`focus`,handleFocus,!0)}
return didFocus}
function requestPostPaintCallback(callback){
localRequestAnimationFrame(function(){
localRequestAnimationFrame(function(time){
return callback(time)})})}
function resolveSingletonInstance(type,props,rootContainerInstance){
switch(props=getOwnerDocumentFromRootContainer(rootContainerInstance),type){
case`html`:
if(type=props.documentElement,!type)throw Error(formatProdErrorMessage(452));
return type;
case`head`:
if(type=props.head,!type)throw Error(formatProdErrorMessage(453));
return type;
case`body`:
if(type=props.body,!type)throw Error(formatProdErrorMessage(454));
return type;
default:
throw Error(formatProdErrorMessage(451))}}
function releaseSingletonInstance(instance,type,props){
for(var propKey in props){
var propValue=props[propKey];
props.hasOwnProperty(propKey)&&propValue!=null&&setProp(instance,type,propKey,null,emptyProps,propValue)}
props.dangerouslySetInnerHTML!=null&&(instance.textContent=``),instance.onclick===noop$1&&(instance.onclick=null),detachDeletedInstance(instance)}
function clearSingletonPreambleContribution(instance){
for(var attributes=instance.attributes;attributes.length;)instance.removeAttributeNode(attributes[0]);
detachDeletedInstance(instance)}
var preloadPropsMap=new Map,preconnectsSet=new Set;
function getHoistableRoot(container){
if(typeof container.getRootNode==`function`){
var rootNode=container.getRootNode();
if(rootNode.nodeType===9||rootNode.nodeType===11)return rootNode}
return container.nodeType===9?container:container.ownerDocument}
var previousDispatcher=ReactDOMSharedInternals.d;
ReactDOMSharedInternals.d={f:flushSyncWork,r:requestFormReset,D:prefetchDNS,C:preconnect,L:preload,m:preloadModule,X:preinitScript,S:preinitStyle,M:preinitModuleScript};
function flushSyncWork(){
var previousWasRendering=previousDispatcher.f(),wasRendering=flushSyncWork$1();
return previousWasRendering||wasRendering}
function requestFormReset(form){
var formInst=getInstanceFromNode(form);
formInst!==null&&formInst.tag===5&&formInst.type===`form`?requestFormReset$1(formInst):previousDispatcher.r(form)}
var globalDocument=typeof document>`u`?null:document;
function preconnectAs(rel,href,crossOrigin){
var ownerDocument=globalDocument;
if(ownerDocument&&typeof href==`string`&&href){
var limitedEscapedHref=escapeSelectorAttributeValueInsideDoubleQuotes(href);
limitedEscapedHref=`link[rel="`+rel+`"][href="`+limitedEscapedHref+`"]`,typeof crossOrigin==`string`&&(limitedEscapedHref+=`[crossorigin="`+crossOrigin+`"]`),preconnectsSet.has(limitedEscapedHref)||(preconnectsSet.add(limitedEscapedHref),rel={rel,crossOrigin,href},ownerDocument.querySelector(limitedEscapedHref)===null&&(href=ownerDocument.createElement(`link`),setInitialProperties(href,`link`,rel),markNodeAsHoistable(href),ownerDocument.head.appendChild(href)))}}
function prefetchDNS(href){
previousDispatcher.D(href),preconnectAs(`dns-prefetch`,href,null)}
function preconnect(href,crossOrigin){
previousDispatcher.C(href,crossOrigin),preconnectAs(`preconnect`,href,crossOrigin)}
function preload(href,as,options){
previousDispatcher.L(href,as,options);
var ownerDocument=globalDocument;
if(ownerDocument&&href&&as){
var preloadSelector=`link[rel="preload"][as="`+escapeSelectorAttributeValueInsideDoubleQuotes(as)+`"]`;
as===`image`&&options&&options.imageSrcSet?(preloadSelector+=`[imagesrcset="`+escapeSelectorAttributeValueInsideDoubleQuotes(options.imageSrcSet)+`"]`,typeof options.imageSizes==`string`&&(preloadSelector+=`[imagesizes="`+escapeSelectorAttributeValueInsideDoubleQuotes(options.imageSizes)+`"]`)):preloadSelector+=`[href="`+escapeSelectorAttributeValueInsideDoubleQuotes(href)+`"]`;
var key=preloadSelector;
switch(as){
case`style`:
key=getStyleKey(href);
break;
case`script`:
key=getScriptKey(href)}
if(!(preloadPropsMap.has(key)||(href=assign({rel:`preload`,href:as===`image`&&options&&options.imageSrcSet?void 0:href,as},options),preloadPropsMap.set(key,href),ownerDocument.querySelector(preloadSelector)!==null||as===`style`&&ownerDocument.querySelector(getStylesheetSelectorFromKey(key))||as===`script`&&ownerDocument.querySelector(getScriptSelectorFromKey(key))))){
var instance=ownerDocument.createElement(`link`);
setInitialProperties(instance,`link`,href),as===`style`&&(instance[internalLoadPendingKey]=!0,instance.onload=instance.onerror=function(){
clearPendingLoadOnNode(instance)}),markNodeAsHoistable(instance),ownerDocument.head.appendChild(instance)}}}
function preloadModule(href,options){
previousDispatcher.m(href,options);
var ownerDocument=globalDocument;
if(ownerDocument&&href){
var as=options&&typeof options.as==`string`?options.as:`script`,preloadSelector=`link[rel="modulepreload"][as="`+escapeSelectorAttributeValueInsideDoubleQuotes(as)+`"][href="`+escapeSelectorAttributeValueInsideDoubleQuotes(href)+`"]`,key=preloadSelector;
switch(as){
case`audioworklet`:
case`paintworklet`:
case`serviceworker`:
case`sharedworker`:
case`worker`:
case`script`:
key=getScriptKey(href)}
if(!preloadPropsMap.has(key)&&(href=assign({rel:`modulepreload`,href},options),preloadPropsMap.set(key,href),ownerDocument.querySelector(preloadSelector)===null)){
switch(as){
case`audioworklet`:
case`paintworklet`:
case`serviceworker`:
case`sharedworker`:
case`worker`:
case`script`:
if(ownerDocument.querySelector(getScriptSelectorFromKey(key)))return}
as=ownerDocument.createElement(`link`),setInitialProperties(as,`link`,href),markNodeAsHoistable(as),ownerDocument.head.appendChild(as)}}}
function preinitStyle(href,precedence,options){
previousDispatcher.S(href,precedence,options);
var ownerDocument=globalDocument;
if(ownerDocument&&href){
var styles=getResourcesFromRoot(ownerDocument).hoistableStyles,key=getStyleKey(href);
precedence||=`default`;
var resource=styles.get(key);
if(!resource){
var state={loading:0,preload:null};
if(resource=ownerDocument.querySelector(getStylesheetSelectorFromKey(key)))state.loading=5;else{
href=assign({rel:`stylesheet`,href,"data-precedence":precedence},options),(options=preloadPropsMap.get(key))&&adoptPreloadPropsForStylesheet(href,options);
var link=resource=ownerDocument.createElement(`link`);
markNodeAsHoistable(link),setInitialProperties(link,`link`,href),link._p=new Promise(function(resolve,reject){
link.onload=resolve,link.onerror=reject}),link.addEventListener(`load`,function(){
state.loading|=1}),link.addEventListener(`error`,function(){
state.loading|=2}),state.loading|=4,insertStylesheet(resource,precedence,ownerDocument)}
resource={type:`stylesheet`,instance:resource,count:1,state},styles.set(key,resource)}}}
function preinitScript(src,options){
previousDispatcher.X(src,options);
var ownerDocument=globalDocument;
if(ownerDocument&&src){
var scripts=getResourcesFromRoot(ownerDocument).hoistableScripts,key=getScriptKey(src),resource=scripts.get(key);
resource||(resource=ownerDocument.querySelector(getScriptSelectorFromKey(key)),resource||(src=assign({src,async:!0},options),(options=preloadPropsMap.get(key))&&adoptPreloadPropsForScript(src,options),resource=ownerDocument.createElement(`script`),markNodeAsHoistable(resource),setInitialProperties(resource,`link`,src),ownerDocument.head.appendChild(resource)),resource={type:`script`,instance:resource,count:1,state:null},scripts.set(key,resource))}}
function preinitModuleScript(src,options){
previousDispatcher.M(src,options);
var ownerDocument=globalDocument;
if(ownerDocument&&src){
var scripts=getResourcesFromRoot(ownerDocument).hoistableScripts,key=getScriptKey(src),resource=scripts.get(key);
resource||(resource=ownerDocument.querySelector(getScriptSelectorFromKey(key)),resource||(src=assign({src,async:!0,type:`module`},options),(options=preloadPropsMap.get(key))&&adoptPreloadPropsForScript(src,options),resource=ownerDocument.createElement(`script`),markNodeAsHoistable(resource),setInitialProperties(resource,`link`,src),ownerDocument.head.appendChild(resource)),resource={type:`script`,instance:resource,count:1,state:null},scripts.set(key,resource))}}
function getResource(type,currentProps,pendingProps,currentResource){
var JSCompiler_inline_result=(JSCompiler_inline_result=rootInstanceStackCursor.current)?getHoistableRoot(JSCompiler_inline_result):null;
if(!JSCompiler_inline_result)throw Error(formatProdErrorMessage(446));
switch(type){
case`meta`:
case`title`:
return null;
case`style`:
return typeof pendingProps.precedence==`string`&&typeof pendingProps.href==`string`?(pendingProps=getStyleKey(pendingProps.href),currentProps=getResourcesFromRoot(JSCompiler_inline_result).hoistableStyles,currentResource=currentProps.get(pendingProps),currentResource||(currentResource={type:`style`,instance:null,count:0,state:null},currentProps.set(pendingProps,currentResource)),currentResource):{type:`void`,instance:null,count:0,state:null};
case`link`:
if(pendingProps.rel===`stylesheet`&&typeof pendingProps.href==`string`&&typeof pendingProps.precedence==`string`){
type=getStyleKey(pendingProps.href);
var styles$268=getResourcesFromRoot(JSCompiler_inline_result).hoistableStyles,resource$269=styles$268.get(type);
if(resource$269||(JSCompiler_inline_result=JSCompiler_inline_result.ownerDocument||JSCompiler_inline_result,resource$269={type:`stylesheet`,instance:null,count:0,state:{loading:0,preload:null}},styles$268.set(type,resource$269),(styles$268=JSCompiler_inline_result.querySelector(getStylesheetSelectorFromKey(type)))?styles$268._p||(resource$269.instance=styles$268,resource$269.state.loading=5):(styles$268=preloadPropsMap.get(type),styles$268||(styles$268={rel:`preload`,as:`style`,href:pendingProps.href,crossOrigin:pendingProps.crossOrigin,integrity:pendingProps.integrity,media:pendingProps.media,hrefLang:pendingProps.hrefLang,referrerPolicy:pendingProps.referrerPolicy},preloadPropsMap.set(type,styles$268)),preloadStylesheet(JSCompiler_inline_result,type,styles$268,resource$269.state))),currentProps&&currentResource===null)throw Error(formatProdErrorMessage(528,``));
return resource$269}
if(currentProps&&currentResource!==null)throw Error(formatProdErrorMessage(529,``));
return null;
case`script`:
return currentProps=pendingProps.async,pendingProps=pendingProps.src,typeof pendingProps==`string`&&currentProps&&typeof currentProps!=`function`&&typeof currentProps!=`symbol`?(pendingProps=getScriptKey(pendingProps),currentProps=getResourcesFromRoot(JSCompiler_inline_result).hoistableScripts,currentResource=currentProps.get(pendingProps),currentResource||(currentResource={type:`script`,instance:null,count:0,state:null},currentProps.set(pendingProps,currentResource)),currentResource):{type:`void`,instance:null,count:0,state:null};
default:
throw Error(formatProdErrorMessage(444,type))}}
function getStyleKey(href){
return`href="`+escapeSelectorAttributeValueInsideDoubleQuotes(href)+`"`}
function getStylesheetSelectorFromKey(key){
return`link[rel="stylesheet"][`+key+`]`}
function stylesheetPropsFromRawProps(rawProps){
return assign({},rawProps,{"data-precedence":rawProps.precedence,precedence:null})}
function preloadStylesheet(ownerDocument,key,preloadProps,state){
if(key=ownerDocument.querySelector(`link[rel="preload"][as="style"][`+key+`]`)){
if(!0!==key[internalLoadPendingKey]){
state.loading=1;
return}}else key=ownerDocument.createElement(`link`),key[internalLoadPendingKey]=!0,key.onload=key.onerror=clearPendingLoadOnNode.bind(null,key),setInitialProperties(key,`link`,preloadProps),markNodeAsHoistable(key),ownerDocument.head.appendChild(key);
state.preload=key,key.addEventListener(`load`,function(){
return state.loading|=1}),key.addEventListener(`error`,function(){
return state.loading|=2})}
function getScriptKey(src){
return`[src="`+escapeSelectorAttributeValueInsideDoubleQuotes(src)+`"]`}
function getScriptSelectorFromKey(key){
return`script[async]`+key}
function acquireResource(hoistableRoot,resource,props){
if(resource.count++,resource.instance===null)switch(resource.type){
case`style`:
var instance=hoistableRoot.querySelector(`style[data-href~="`+escapeSelectorAttributeValueInsideDoubleQuotes(props.href)+`"]`);
if(instance)return resource.instance=instance,markNodeAsHoistable(instance),instance;
var styleProps=assign({},props,{"data-href":props.href,"data-precedence":props.precedence,href:null,precedence:null});
return instance=(hoistableRoot.ownerDocument||hoistableRoot).createElement(`style`),markNodeAsHoistable(instance),setInitialProperties(instance,`style`,styleProps),insertStylesheet(instance,props.precedence,hoistableRoot),resource.instance=instance;
case`stylesheet`:
styleProps=getStyleKey(props.href);
var instance$274=hoistableRoot.querySelector(getStylesheetSelectorFromKey(styleProps));
if(instance$274)return resource.state.loading|=4,resource.instance=instance$274,markNodeAsHoistable(instance$274),instance$274;
instance=stylesheetPropsFromRawProps(props),(styleProps=preloadPropsMap.get(styleProps))&&adoptPreloadPropsForStylesheet(instance,styleProps),instance$274=(hoistableRoot.ownerDocument||hoistableRoot).createElement(`link`),markNodeAsHoistable(instance$274);
var linkInstance=instance$274;
return linkInstance._p=new Promise(function(resolve,reject){
linkInstance.onload=resolve,linkInstance.onerror=reject}),setInitialProperties(instance$274,`link`,instance),resource.state.loading|=4,insertStylesheet(instance$274,props.precedence,hoistableRoot),resource.instance=instance$274;
case`script`:
return instance$274=getScriptKey(props.src),(styleProps=hoistableRoot.querySelector(getScriptSelectorFromKey(instance$274)))?(resource.instance=styleProps,markNodeAsHoistable(styleProps),styleProps):(instance=props,(styleProps=preloadPropsMap.get(instance$274))&&(instance=assign({},props),adoptPreloadPropsForScript(instance,styleProps)),hoistableRoot=hoistableRoot.ownerDocument||hoistableRoot,styleProps=hoistableRoot.createElement(`script`),markNodeAsHoistable(styleProps),setInitialProperties(styleProps,`link`,instance),hoistableRoot.head.appendChild(styleProps),resource.instance=styleProps);
case`void`:
return null;
default:
throw Error(formatProdErrorMessage(443,resource.type))}else resource.type===`stylesheet`&&!(resource.state.loading&4)&&(instance=resource.instance,resource.state.loading|=4,insertStylesheet(instance,props.precedence,hoistableRoot));
return resource.instance}
function insertStylesheet(instance,precedence,root){
for(var nodes=root.querySelectorAll(`link[rel="stylesheet"][data-precedence],style[data-precedence]`),last=nodes.length?nodes[nodes.length-1]:null,prior=last,i=0;i<nodes.length;i++){
var node=nodes[i];
if(node.dataset.precedence===precedence)prior=node;else if(prior!==last)break}
prior?prior.parentNode.insertBefore(instance,prior.nextSibling):(precedence=root.nodeType===9?root.head:root,precedence.insertBefore(instance,precedence.firstChild))}
function adoptPreloadPropsForStylesheet(stylesheetProps,preloadProps){
stylesheetProps.crossOrigin??=preloadProps.crossOrigin,stylesheetProps.referrerPolicy??=preloadProps.referrerPolicy,stylesheetProps.title??=preloadProps.title}
function adoptPreloadPropsForScript(scriptProps,preloadProps){
scriptProps.crossOrigin??=preloadProps.crossOrigin,scriptProps.referrerPolicy??=preloadProps.referrerPolicy,scriptProps.integrity??=preloadProps.integrity}
var tagCaches=null;
function getHydratableHoistableCache(type,keyAttribute,ownerDocument){
if(tagCaches===null){
var cache=new Map,caches=tagCaches=new Map;
caches.set(ownerDocument,cache)}else caches=tagCaches,cache=caches.get(ownerDocument),cache||(cache=new Map,caches.set(ownerDocument,cache));
if(cache.has(type))return cache;
for(cache.set(type,null),ownerDocument=ownerDocument.getElementsByTagName(type),caches=0;caches<ownerDocument.length;caches++){
var node=ownerDocument[caches];
if(!(node[internalHoistableMarker]||node[internalInstanceKey]||type===`link`&&node.getAttribute(`rel`)===`stylesheet`)&&node.namespaceURI!==`http://www.w3.org/2000/svg`){
var nodeKey=node.getAttribute(keyAttribute)||``;
nodeKey=type+nodeKey;
var existing=cache.get(nodeKey);
existing?existing.push(node):cache.set(nodeKey,[node])}}
return cache}
function mountHoistable(hoistableRoot,type,instance){
hoistableRoot=hoistableRoot.ownerDocument||hoistableRoot,hoistableRoot.head.insertBefore(instance,type===`title`?hoistableRoot.querySelector(`head > title`):null)}
function isHostHoistableType(type,props,hostContext){
if(hostContext===1||props.itemProp!=null)return!1;
switch(type){
case`meta`:
case`title`:
return!0;
case`style`:
if(typeof props.precedence!=`string`||typeof props.href!=`string`||props.href===``)break;
return!0;
case`link`:
if(typeof props.rel!=`string`||typeof props.href!=`string`||props.href===``||props.onLoad||props.onError)break;
switch(props.rel){
case`stylesheet`:
return type=props.disabled,typeof props.precedence==`string`&&type==null;
default:
return!0}
case`script`:
if(props.async&&typeof props.async!=`function`&&typeof props.async!=`symbol`&&!props.onLoad&&!props.onError&&props.src&&typeof props.src==`string`)return!0}
return!1}
function maySuspendCommit(type,props){
return type===`img`&&props.src!=null&&props.src!==``&&props.onLoad==null&&props.loading!==`lazy`}
function preloadResource(resource){
return!(resource.type===`stylesheet`&&!(resource.state.loading&3))}
function estimateImageBytes(instance){
return(instance.width||100)*(instance.height||100)*(typeof devicePixelRatio==`number`?devicePixelRatio:1)*.25}
function suspendInstance(state,instance){
typeof instance.decode==`function`&&(state.imgCount++,instance.complete||(state.imgBytes+=estimateImageBytes(instance),state.suspenseyImages.push(instance)),state=onUnsuspendImg.bind(state),instance.decode().then(state,state))}
function suspendResource(state,hoistableRoot,resource,props){
if(resource.type===`stylesheet`&&(typeof props.media!=`string`||!1!==matchMedia(props.media).matches)&&!(resource.state.loading&4)){
if(resource.instance===null){
var key=getStyleKey(props.href),instance=hoistableRoot.querySelector(getStylesheetSelectorFromKey(key));
if(instance){
hoistableRoot=instance._p,typeof hoistableRoot==`object`&&hoistableRoot&&typeof hoistableRoot.then==`function`&&(state.count++,state=onUnsuspend.bind(state),hoistableRoot.then(state,state)),resource.state.loading|=4,resource.instance=instance,markNodeAsHoistable(instance);
return}
instance=hoistableRoot.ownerDocument||hoistableRoot,props=stylesheetPropsFromRawProps(props),(key=preloadPropsMap.get(key))&&adoptPreloadPropsForStylesheet(props,key),instance=instance.createElement(`link`),markNodeAsHoistable(instance);
var linkInstance=instance;
linkInstance._p=new Promise(function(resolve,reject){
linkInstance.onload=resolve,linkInstance.onerror=reject}),setInitialProperties(instance,`link`,props),resource.instance=instance}
state.stylesheets===null&&(state.stylesheets=new Map),state.stylesheets.set(resource,hoistableRoot),(hoistableRoot=resource.state.preload)&&!(resource.state.loading&3)&&(state.count++,resource=onUnsuspend.bind(state),hoistableRoot.addEventListener(`load`,resource),hoistableRoot.addEventListener(`error`,resource))}}
var estimatedBytesWithinLimit=0;
function waitForCommitToBeReady(state,timeoutOffset){
return state.stylesheets&&state.count===0&&insertSuspendedStylesheets(state,state.stylesheets),0<state.count||0<state.imgCount?function(commit){
var stylesheetTimer=setTimeout(function(){
if(state.stylesheets&&insertSuspendedStylesheets(state,state.stylesheets),state.unsuspend){
var unsuspend=state.unsuspend;
state.unsuspend=null,unsuspend()}},6e4+timeoutOffset);
0<state.imgBytes&&estimatedBytesWithinLimit===0&&(estimatedBytesWithinLimit=62500*estimateBandwidth());
var imgTimer=setTimeout(function(){
if(state.waitingForImages=!1,state.count===0&&(state.stylesheets&&insertSuspendedStylesheets(state,state.stylesheets),state.unsuspend)){
var unsuspend=state.unsuspend;
state.unsuspend=null,unsuspend()}},(state.imgBytes>estimatedBytesWithinLimit?50:800)+timeoutOffset);
return state.unsuspend=commit,function(){
state.unsuspend=null,clearTimeout(stylesheetTimer),clearTimeout(imgTimer)}}:null}
function checkIfFullyUnsuspended(state){
if(state.count===0&&(state.imgCount===0||!state.waitingForImages)){
if(state.stylesheets)insertSuspendedStylesheets(state,state.stylesheets);else if(state.unsuspend){
var unsuspend=state.unsuspend;
state.unsuspend=null,unsuspend()}}}
function onUnsuspend(){
this.count--,checkIfFullyUnsuspended(this)}
function onUnsuspendImg(){
this.imgCount--,checkIfFullyUnsuspended(this)}
var precedencesByRoot=null;
function insertSuspendedStylesheets(state,resources){
state.stylesheets=null,state.unsuspend!==null&&(state.count++,precedencesByRoot=new Map,resources.forEach(insertStylesheetIntoRoot,state),precedencesByRoot=null,onUnsuspend.call(state))}
function insertStylesheetIntoRoot(root,resource){
if(!(resource.state.loading&4)){
var precedences=precedencesByRoot.get(root);
if(precedences)var last=precedences.get(null);else{
precedences=new Map,precedencesByRoot.set(root,precedences);
for(var nodes=root.querySelectorAll(`link[data-precedence],style[data-precedence]`),i=0;i<nodes.length;i++){
var node=nodes[i];
(node.nodeName===`LINK`||node.getAttribute(`media`)!==`not all`)&&(precedences.set(node.dataset.precedence,node),last=node)}
last&&precedences.set(null,last)}
nodes=resource.instance,node=nodes.getAttribute(`data-precedence`),i=precedences.get(node)||last,i===last&&precedences.set(null,nodes),precedences.set(node,nodes),this.count++,last=onUnsuspend.bind(this),nodes.addEventListener(`load`,last),nodes.addEventListener(`error`,last),i?i.parentNode.insertBefore(nodes,i.nextSibling):(root=root.nodeType===9?root.head:root,root.insertBefore(nodes,root.firstChild)),resource.state.loading|=4}}
var HostTransitionContext={$$typeof:REACT_CONTEXT_TYPE,Provider:null,Consumer:null,_currentValue:sharedNotPendingObject,_currentValue2:sharedNotPendingObject,_threadCount:0};
function FiberRootNode(containerInfo,tag,hydrate,identifierPrefix,onUncaughtError,onCaughtError,onRecoverableError,onDefaultTransitionIndicator,formState){
this.tag=1,this.containerInfo=containerInfo,this.pingCache=this.current=this.pendingChildren=null,this.timeoutHandle=-1,this.callbackNode=this.next=this.pendingContext=this.context=this.cancelPendingCommit=null,this.callbackPriority=0,this.expirationTimes=createLaneMap(-1),this.entangledLanes=this.shellSuspendCounter=this.errorRecoveryDisabledLanes=this.expiredLanes=this.warmLanes=this.pingedLanes=this.suspendedLanes=this.pendingLanes=0,this.entanglements=createLaneMap(0),this.hiddenUpdates=createLaneMap(null),this.identifierPrefix=identifierPrefix,this.onUncaughtError=onUncaughtError,this.onCaughtError=onCaughtError,this.onRecoverableError=onRecoverableError,this.pooledCache=null,this.pooledCacheLanes=0,this.formState=formState,this.transitionTypes=null,this.incompleteTransitions=new Map}
function createFiberRoot(containerInfo,tag,hydrate,initialChildren,hydrationCallbacks,isStrictMode,identifierPrefix,formState,onUncaughtError,onCaughtError,onRecoverableError,onDefaultTransitionIndicator){
return containerInfo=new FiberRootNode(containerInfo,tag,hydrate,identifierPrefix,onUncaughtError,onCaughtError,onRecoverableError,onDefaultTransitionIndicator,formState),tag=1,!0===isStrictMode&&(tag|=24),isStrictMode=createFiberImplClass(3,null,null,tag),containerInfo.current=isStrictMode,isStrictMode.stateNode=containerInfo,tag=createCache(),tag.refCount++,containerInfo.pooledCache=tag,tag.refCount++,isStrictMode.memoizedState={element:initialChildren,isDehydrated:hydrate,cache:tag},initializeUpdateQueue(isStrictMode),containerInfo}
function getContextForSubtree(parentComponent){
return parentComponent?(parentComponent=emptyContextObject,parentComponent):emptyContextObject}
function updateContainerImpl(rootFiber,lane,element,container,parentComponent,callback){
parentComponent=getContextForSubtree(parentComponent),container.context===null?container.context=parentComponent:container.pendingContext=parentComponent,container=createUpdate(lane),container.payload={element},callback=callback===void 0?null:callback,callback!==null&&(container.callback=callback),element=enqueueUpdate(rootFiber,container,lane),element!==null&&(scheduleUpdateOnFiber(element,rootFiber,lane),entangleTransitions(element,rootFiber,lane))}
function markRetryLaneImpl(fiber,retryLane){
if(fiber=fiber.memoizedState,fiber!==null&&fiber.dehydrated!==null){
var a=fiber.retryLane;
fiber.retryLane=a!==0&&a<retryLane?a:retryLane}}
function markRetryLaneIfNotHydrated(fiber,retryLane){
markRetryLaneImpl(fiber,retryLane),(fiber=fiber.alternate)&&markRetryLaneImpl(fiber,retryLane)}
function attemptContinuousHydration(fiber){
if(fiber.tag===13||fiber.tag===31){
var root=enqueueConcurrentRenderForLane(fiber,67108864);
root!==null&&scheduleUpdateOnFiber(root,fiber,67108864),markRetryLaneIfNotHydrated(fiber,67108864)}}
function attemptHydrationAtCurrentPriority(fiber){
if(fiber.tag===13||fiber.tag===31){
var lane=requestUpdateLane();
lane=getBumpedLaneForHydrationByLane(lane);
var root=enqueueConcurrentRenderForLane(fiber,lane);
root!==null&&scheduleUpdateOnFiber(root,fiber,lane),markRetryLaneIfNotHydrated(fiber,lane)}}
var _enabled=!0;
function dispatchDiscreteEvent(domEventName,eventSystemFlags,container,nativeEvent){
var prevTransition=ReactSharedInternals.T;
ReactSharedInternals.T=null;
var previousPriority=ReactDOMSharedInternals.p;
try{
ReactDOMSharedInternals.p=2,dispatchEvent(domEventName,eventSystemFlags,container,nativeEvent)}finally{
ReactDOMSharedInternals.p=previousPriority,ReactSharedInternals.T=prevTransition}}
function dispatchContinuousEvent(domEventName,eventSystemFlags,container,nativeEvent){
var prevTransition=ReactSharedInternals.T;
ReactSharedInternals.T=null;
var previousPriority=ReactDOMSharedInternals.p;
try{
ReactDOMSharedInternals.p=8,dispatchEvent(domEventName,eventSystemFlags,container,nativeEvent)}finally{
ReactDOMSharedInternals.p=previousPriority,ReactSharedInternals.T=prevTransition}}
function dispatchEvent(domEventName,eventSystemFlags,targetContainer,nativeEvent){
if(_enabled){
var blockedOn=findInstanceBlockingEvent(nativeEvent);
if(blockedOn===null)dispatchEventForPluginEventSystem(domEventName,eventSystemFlags,nativeEvent,return_targetInst,targetContainer),clearIfContinuousEvent(domEventName,nativeEvent);else if(queueIfContinuousEvent(blockedOn,domEventName,eventSystemFlags,targetContainer,nativeEvent))nativeEvent.stopPropagation();else if(clearIfContinuousEvent(domEventName,nativeEvent),eventSystemFlags&4&&-1<discreteReplayableEvents.indexOf(domEventName)){
for(;blockedOn!==null;){
var fiber=getInstanceFromNode(blockedOn);
if(fiber!==null)switch(fiber.tag){
case 3:
if(fiber=fiber.stateNode,fiber.current.memoizedState.isDehydrated){
var lanes=getHighestPriorityLanes(fiber.pendingLanes);
if(lanes!==0){
var root=fiber;
for(root.pendingLanes|=2,root.entangledLanes|=2;lanes;){
var lane=1<<31-clz32(lanes);
root.entanglements[1]|=lane,lanes&=~lane}
ensureRootIsScheduled(fiber),!(executionContext&6)&&(workInProgressRootRenderTargetTime=now()+500,flushSyncWorkAcrossRoots_impl(0,!1))}}
break;
case 31:
case 13:
root=enqueueConcurrentRenderForLane(fiber,2),root!==null&&scheduleUpdateOnFiber(root,fiber,2),flushSyncWork$1(),markRetryLaneIfNotHydrated(fiber,2)}
if(fiber=findInstanceBlockingEvent(nativeEvent),fiber===null&&dispatchEventForPluginEventSystem(domEventName,eventSystemFlags,nativeEvent,return_targetInst,targetContainer),fiber===blockedOn)break;
blockedOn=fiber}
blockedOn!==null&&nativeEvent.stopPropagation()}else dispatchEventForPluginEventSystem(domEventName,eventSystemFlags,nativeEvent,null,targetContainer)}}
function findInstanceBlockingEvent(nativeEvent){
return nativeEvent=getEventTarget(nativeEvent),findInstanceBlockingTarget(nativeEvent)}
var return_targetInst=null;
function findInstanceBlockingTarget(targetNode){
if(return_targetInst=null,targetNode=getClosestInstanceFromNode(targetNode),targetNode!==null){
var nearestMounted=getNearestMountedFiber(targetNode);
if(nearestMounted===null)targetNode=null;else{
var tag=nearestMounted.tag;
if(tag===13){
if(targetNode=getSuspenseInstanceFromFiber(nearestMounted),targetNode!==null)return targetNode;
targetNode=null}else if(tag===31){
if(targetNode=getActivityInstanceFromFiber(nearestMounted),targetNode!==null)return targetNode;
targetNode=null}else if(tag===3){
if(nearestMounted.stateNode.current.memoizedState.isDehydrated)return nearestMounted.tag===3?nearestMounted.stateNode.containerInfo:null;
targetNode=null}else nearestMounted!==targetNode&&(targetNode=null)}}
return return_targetInst=targetNode,null}
function getEventPriority(domEventName){
switch(domEventName){
case`beforetoggle`:
case`cancel`:
case`click`:
case`close`:
case`contextmenu`:
case`copy`:
case`cut`:
case`auxclick`:
case`dblclick`:
case`dragend`:
case`dragstart`:
case`drop`:
case`focusin`:
case`focusout`:
case`input`:
case`invalid`:
case`keydown`:
case`keypress`:
case`keyup`:
case`mousedown`:
case`mouseup`:
case`paste`:
case`pause`:
case`play`:
case`pointercancel`:
case`pointerdown`:
case`pointerup`:
case`ratechange`:
case`reset`:
case`seeked`:
case`submit`:
case`toggle`:
case`touchcancel`:
case`touchend`:
case`touchstart`:
case`volumechange`:
case`change`:
case`selectionchange`:
case`textInput`:
case`compositionstart`:
case`compositionend`:
case`compositionupdate`:
case`beforeblur`:
case`afterblur`:
case`beforeinput`:
case`blur`:
case`fullscreenchange`:
case`fullscreenerror`:
case`focus`:
case`hashchange`:
case`popstate`:
case`select`:
case`selectstart`:
return 2;
case`drag`:
case`dragenter`:
case`dragexit`:
case`dragleave`:
case`dragover`:
case`mousemove`:
case`mouseout`:
case`mouseover`:
case`pointermove`:
case`pointerout`:
case`pointerover`:
case`resize`:
case`scroll`:
case`touchmove`:
case`wheel`:
case`mouseenter`:
case`mouseleave`:
case`pointerenter`:
case`pointerleave`:
return 8;
case`message`:
switch(getCurrentPriorityLevel()){
case ImmediatePriority:
return 2;
case UserBlockingPriority:
return 8;
case NormalPriority$1:
case LowPriority:
return 32;
case IdlePriority:
return 268435456;
default:
return 32}
default:
return 32}}
var hasScheduledReplayAttempt=!1,queuedFocus=null,queuedDrag=null,queuedMouse=null,queuedPointers=new Map,queuedPointerCaptures=new Map,queuedExplicitHydrationTargets=[],discreteReplayableEvents=`mousedown mouseup touchcancel touchend touchstart auxclick dblclick pointercancel pointerdown pointerup dragend dragstart drop compositionend compositionstart keydown keypress keyup input textInput copy cut paste click change contextmenu reset`.split(` `);
function clearIfContinuousEvent(domEventName,nativeEvent){
switch(domEventName){
case`focusin`:
case`focusout`:
queuedFocus=null;
break;
case`dragenter`:
case`dragleave`:
queuedDrag=null;
break;
case`mouseover`:
case`mouseout`:
queuedMouse=null;
break;
case`pointerover`:
case`pointerout`:
queuedPointers.delete(nativeEvent.pointerId);
break;
case`gotpointercapture`:
case`lostpointercapture`:
queuedPointerCaptures.delete(nativeEvent.pointerId)}}
function accumulateOrCreateContinuousQueuedReplayableEvent(existingQueuedEvent,blockedOn,domEventName,eventSystemFlags,targetContainer,nativeEvent){
return existingQueuedEvent===null||existingQueuedEvent.nativeEvent!==nativeEvent?(existingQueuedEvent={blockedOn,domEventName,eventSystemFlags,nativeEvent,targetContainers:[targetContainer]},blockedOn!==null&&(blockedOn=getInstanceFromNode(blockedOn),blockedOn!==null&&attemptContinuousHydration(blockedOn)),existingQueuedEvent):(existingQueuedEvent.eventSystemFlags|=eventSystemFlags,blockedOn=existingQueuedEvent.targetContainers,targetContainer!==null&&blockedOn.indexOf(targetContainer)===-1&&blockedOn.push(targetContainer),existingQueuedEvent)}
function queueIfContinuousEvent(blockedOn,domEventName,eventSystemFlags,targetContainer,nativeEvent){
switch(domEventName){
case`focusin`:
return queuedFocus=accumulateOrCreateContinuousQueuedReplayableEvent(queuedFocus,blockedOn,domEventName,eventSystemFlags,targetContainer,nativeEvent),!0;
case`dragenter`:
return queuedDrag=accumulateOrCreateContinuousQueuedReplayableEvent(queuedDrag,blockedOn,domEventName,eventSystemFlags,targetContainer,nativeEvent),!0;
case`mouseover`:
return queuedMouse=accumulateOrCreateContinuousQueuedReplayableEvent(queuedMouse,blockedOn,domEventName,eventSystemFlags,targetContainer,nativeEvent),!0;
case`pointerover`:
var pointerId=nativeEvent.pointerId;
return queuedPointers.set(pointerId,accumulateOrCreateContinuousQueuedReplayableEvent(queuedPointers.get(pointerId)||null,blockedOn,domEventName,eventSystemFlags,targetContainer,nativeEvent)),!0;
case`gotpointercapture`:
return pointerId=nativeEvent.pointerId,queuedPointerCaptures.set(pointerId,accumulateOrCreateContinuousQueuedReplayableEvent(queuedPointerCaptures.get(pointerId)||null,blockedOn,domEventName,eventSystemFlags,targetContainer,nativeEvent)),!0}
return!1}
function attemptExplicitHydrationTarget(queuedTarget){
var targetInst=getClosestInstanceFromNode(queuedTarget.target);
if(targetInst!==null){
var nearestMounted=getNearestMountedFiber(targetInst);
if(nearestMounted!==null){
if(targetInst=nearestMounted.tag,targetInst===13){
if(targetInst=getSuspenseInstanceFromFiber(nearestMounted),targetInst!==null){
queuedTarget.blockedOn=targetInst,runWithPriority(queuedTarget.priority,function(){
attemptHydrationAtCurrentPriority(nearestMounted)});
return}}else if(targetInst===31){
if(targetInst=getActivityInstanceFromFiber(nearestMounted),targetInst!==null){
queuedTarget.blockedOn=targetInst,runWithPriority(queuedTarget.priority,function(){
attemptHydrationAtCurrentPriority(nearestMounted)});
return}}else if(targetInst===3&&nearestMounted.stateNode.current.memoizedState.isDehydrated){
queuedTarget.blockedOn=nearestMounted.tag===3?nearestMounted.stateNode.containerInfo:null;
return}}}
queuedTarget.blockedOn=null}
function attemptReplayContinuousQueuedEvent(queuedEvent){
if(queuedEvent.blockedOn!==null)return!1;
for(var targetContainers=queuedEvent.targetContainers;0<targetContainers.length;){
var nextBlockedOn=findInstanceBlockingEvent(queuedEvent.nativeEvent);
if(nextBlockedOn===null){
nextBlockedOn=queuedEvent.nativeEvent;
var nativeEventClone=new nextBlockedOn.constructor(nextBlockedOn.type,nextBlockedOn);
currentReplayingEvent=nativeEventClone,nextBlockedOn.target.dispatchEvent(nativeEventClone),currentReplayingEvent=null}else return targetContainers=getInstanceFromNode(nextBlockedOn),targetContainers!==null&&attemptContinuousHydration(targetContainers),queuedEvent.blockedOn=nextBlockedOn,!1;
targetContainers.shift()}
return!0}
function attemptReplayContinuousQueuedEventInMap(queuedEvent,key,map){
attemptReplayContinuousQueuedEvent(queuedEvent)&&map.delete(key)}
function replayUnblockedEvents(){
hasScheduledReplayAttempt=!1,queuedFocus!==null&&attemptReplayContinuousQueuedEvent(queuedFocus)&&(queuedFocus=null),queuedDrag!==null&&attemptReplayContinuousQueuedEvent(queuedDrag)&&(queuedDrag=null),queuedMouse!==null&&attemptReplayContinuousQueuedEvent(queuedMouse)&&(queuedMouse=null),queuedPointers.forEach(attemptReplayContinuousQueuedEventInMap),queuedPointerCaptures.forEach(attemptReplayContinuousQueuedEventInMap)}
function scheduleCallbackIfUnblocked(queuedEvent,unblocked){
queuedEvent.blockedOn===unblocked&&(queuedEvent.blockedOn=null,hasScheduledReplayAttempt||(hasScheduledReplayAttempt=!0,Scheduler.unstable_scheduleCallback(Scheduler.unstable_NormalPriority,replayUnblockedEvents)))}
var lastScheduledReplayQueue=null;
function scheduleReplayQueueIfNeeded(formReplayingQueue){
lastScheduledReplayQueue!==formReplayingQueue&&(lastScheduledReplayQueue=formReplayingQueue,Scheduler.unstable_scheduleCallback(Scheduler.unstable_NormalPriority,function(){
lastScheduledReplayQueue===formReplayingQueue&&(lastScheduledReplayQueue=null);
for(var i=0;i<formReplayingQueue.length;i+=3){
var form=formReplayingQueue[i],submitterOrAction=formReplayingQueue[i+1],formData=formReplayingQueue[i+2];
if(typeof submitterOrAction!=`function`){
if(findInstanceBlockingTarget(submitterOrAction||form)===null)continue;
break}
var formInst=getInstanceFromNode(form);
formInst!==null&&(formReplayingQueue.splice(i,3),i-=3,startHostTransition(formInst,{pending:!0,data:formData,method:form.method,action:submitterOrAction},submitterOrAction,formData))}}))}
function retryIfBlockedOn(unblocked){
function unblock(queuedEvent){
return scheduleCallbackIfUnblocked(queuedEvent,unblocked)}
queuedFocus!==null&&scheduleCallbackIfUnblocked(queuedFocus,unblocked),queuedDrag!==null&&scheduleCallbackIfUnblocked(queuedDrag,unblocked),queuedMouse!==null&&scheduleCallbackIfUnblocked(queuedMouse,unblocked),queuedPointers.forEach(unblock),queuedPointerCaptures.forEach(unblock);
for(var i=0;i<queuedExplicitHydrationTargets.length;i++){
var queuedTarget=queuedExplicitHydrationTargets[i];
queuedTarget.blockedOn===unblocked&&(queuedTarget.blockedOn=null)}
for(;0<queuedExplicitHydrationTargets.length&&(i=queuedExplicitHydrationTargets[0],i.blockedOn===null);)attemptExplicitHydrationTarget(i),i.blockedOn===null&&queuedExplicitHydrationTargets.shift();
if(i=(unblocked.ownerDocument||unblocked).$$reactFormReplay,i!=null)for(queuedTarget=0;queuedTarget<i.length;queuedTarget+=3){
var form=i[queuedTarget],submitterOrAction=i[queuedTarget+1],formProps=form[internalPropsKey]||null;
if(typeof submitterOrAction==`function`)formProps||scheduleReplayQueueIfNeeded(i);else if(formProps){
var action=null;
if(submitterOrAction&&submitterOrAction.hasAttribute(`formAction`)){
if(form=submitterOrAction,formProps=submitterOrAction[internalPropsKey]||null)action=formProps.formAction;else if(findInstanceBlockingTarget(form)!==null)continue}else action=formProps.action;
typeof action==`function`?i[queuedTarget+1]=action:(i.splice(queuedTarget,3),queuedTarget-=3),scheduleReplayQueueIfNeeded(i)}}}
function defaultOnDefaultTransitionIndicator(){
function handleNavigate(event){
event.canIntercept&&event.info===`react-transition`&&event.intercept({handler:function(){
return new Promise(function(resolve){
return pendingResolve=resolve})},focusReset:`manual`,scroll:`manual`})}
function handleNavigateComplete(){
pendingResolve!==null&&(pendingResolve(),pendingResolve=null),isCancelled||setTimeout(startFakeNavigation,20)}
function startFakeNavigation(){
if(!isCancelled&&!navigation.transition){
var currentEntry=navigation.currentEntry;
currentEntry&&currentEntry.url!=null&&navigation.navigate(currentEntry.url,{state:currentEntry.getState(),info:`react-transition`,history:`replace`})}}
if(typeof navigation==`object`){
var isCancelled=!1,pendingResolve=null;
return navigation.addEventListener(`navigate`,handleNavigate),navigation.addEventListener(`navigatesuccess`,handleNavigateComplete),navigation.addEventListener(`navigateerror`,handleNavigateComplete),setTimeout(startFakeNavigation,100),function(){
isCancelled=!0,navigation.removeEventListener(`navigate`,handleNavigate),navigation.removeEventListener(`navigatesuccess`,handleNavigateComplete),navigation.removeEventListener(`navigateerror`,handleNavigateComplete),pendingResolve!==null&&(pendingResolve(),pendingResolve=null)}}}
function ReactDOMRoot(internalRoot){
this._internalRoot=internalRoot}
ReactDOMHydrationRoot.prototype.render=ReactDOMRoot.prototype.render=function(children){
var root=this._internalRoot;
if(root===null)throw Error(formatProdErrorMessage(409));
var current=root.current;
updateContainerImpl(current,requestUpdateLane(),children,root,null,null)},ReactDOMHydrationRoot.prototype.unmount=ReactDOMRoot.prototype.unmount=function(){
var root=this._internalRoot;
if(root!==null){
this._internalRoot=null;
var container=root.containerInfo;
updateContainerImpl(root.current,2,null,root,null,null),flushSyncWork$1(),container[internalContainerInstanceKey]=null}};
function ReactDOMHydrationRoot(internalRoot){
this._internalRoot=internalRoot}
ReactDOMHydrationRoot.prototype.unstable_scheduleHydration=function(target){
if(target){
var updatePriority=resolveUpdatePriority();
target={blockedOn:null,target,priority:updatePriority};
for(var i=0;i<queuedExplicitHydrationTargets.length&&updatePriority!==0&&updatePriority<queuedExplicitHydrationTargets[i].priority;i++);
queuedExplicitHydrationTargets.splice(i,0,target),i===0&&attemptExplicitHydrationTarget(target)}};
var isomorphicReactPackageVersion$jscomp$inline_2043=React.version;
if(isomorphicReactPackageVersion$jscomp$inline_2043!==`19.3.1`)throw Error(formatProdErrorMessage(527,isomorphicReactPackageVersion$jscomp$inline_2043,`19.3.1`));
ReactDOMSharedInternals.findDOMNode=function(componentOrElement){
var fiber=componentOrElement._reactInternals;
if(fiber===void 0)throw typeof componentOrElement.render==`function`?Error(formatProdErrorMessage(188)):(componentOrElement=Object.keys(componentOrElement).join(`,`),Error(formatProdErrorMessage(268,componentOrElement)));
return componentOrElement=findCurrentFiberUsingSlowPath(fiber),componentOrElement=componentOrElement===null?null:findCurrentHostFiberImpl(componentOrElement),componentOrElement=componentOrElement===null?null:componentOrElement.stateNode,componentOrElement};
var internals$jscomp$inline_2586={bundleType:0,version:`19.3.1`,rendererPackageName:`react-dom`,currentDispatcherRef:ReactSharedInternals,reconcilerVersion:`19.3.1`};
if(typeof __REACT_DEVTOOLS_GLOBAL_HOOK__<`u`){
var hook$jscomp$inline_2587=__REACT_DEVTOOLS_GLOBAL_HOOK__;
if(!hook$jscomp$inline_2587.isDisabled&&hook$jscomp$inline_2587.supportsFiber)try{
rendererID=hook$jscomp$inline_2587.inject(internals$jscomp$inline_2586),injectedHook=hook$jscomp$inline_2587}catch{}}
exports.createRoot=function(container,options){
if(!isValidContainer(container))throw Error(formatProdErrorMessage(299));
var isStrictMode=!1,identifierPrefix=``,onUncaughtError=defaultOnUncaughtError,onCaughtError=defaultOnCaughtError,onRecoverableError=defaultOnRecoverableError;
return options!=null&&(!0===options.unstable_strictMode&&(isStrictMode=!0),options.identifierPrefix!==void 0&&(identifierPrefix=options.identifierPrefix),options.onUncaughtError!==void 0&&(onUncaughtError=options.onUncaughtError),options.onCaughtError!==void 0&&(onCaughtError=options.onCaughtError),options.onRecoverableError!==void 0&&(onRecoverableError=options.onRecoverableError)),options=createFiberRoot(container,1,!1,null,null,isStrictMode,identifierPrefix,null,onUncaughtError,onCaughtError,onRecoverableError,defaultOnDefaultTransitionIndicator),container[internalContainerInstanceKey]=options.current,listenToAllSupportedEvents(container),new ReactDOMRoot(options)}})),require_client=__commonJSMin(((exports,module)=>{
function checkDCE(){
if(typeof __REACT_DEVTOOLS_GLOBAL_HOOK__<`u`&&typeof __REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE==`function`)try{
__REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE(checkDCE)}catch(err){
console.error(err)}}
checkDCE(),module.exports=require_react_dom_client_production()}));
export{noop as A,QueryObserver as C,Subscribable as D,notifyManager as E,require_jsx_runtime as F,require_react as I,shouldThrowError as M,QueryClientProvider as N,hashKey as O,useQueryClient as P,getDefaultState as S,hasPreviousPage as T,useRouter as _,createRouter as a,useBaseQuery as b,createRootRoute as c,useNavigate as d,useParams as f,createAtom as g,batch as h,RouterProvider as i,shallowEqualObjects as j,keepPreviousData as k,createRoute as l,shallow as m,require_react_dom as n,Outlet as o,useSelector as p,useRouterState as r,lazyRouteComponent as s,require_client as t,Link as u,useIsFetching as v,hasNextPage as w,QueryClient as x,useQuery as y};
