import{n as __exportAll,r as __toESM}from"./rolldown-runtime.js";
import{F as require_jsx_runtime,I as require_react,n as require_react_dom}from"./lib-react.js";
var import_react=__toESM(require_react(),1),__defProp$24=Object.defineProperty,__name$24=(target,value)=>__defProp$24(target,`name`,{value,configurable:!0});
function setRef$1(ref,value){
if(typeof ref==`function`)return ref(value);
ref!=null&&(ref.current=value)}
__name$24(setRef$1,`setRef`);
function composeRefs(...refs){
return node=>{
let hasCleanup=!1,cleanups=refs.map(ref=>{
let cleanup=setRef$1(ref,node);
return!hasCleanup&&typeof cleanup==`function`&&(hasCleanup=!0),cleanup});
if(hasCleanup)return()=>{
for(let i=0;i<cleanups.length;i++){
let cleanup=cleanups[i];
typeof cleanup==`function`?cleanup():setRef$1(refs[i],null)}}}}
__name$24(composeRefs,`composeRefs`);
function useComposedRefs(...refs){
return import_react.useCallback(composeRefs(...refs),refs)}
__name$24(useComposedRefs,`useComposedRefs`);
var import_jsx_runtime=require_jsx_runtime(),import_react_dom=__toESM(require_react_dom(),1),__defProp$23=Object.defineProperty,__name$23=(target,value)=>__defProp$23(target,`name`,{value,configurable:!0});
function createSlot(ownerName){
let Slot2=import_react.forwardRef((props,forwardedRef)=>{
let{children,...slotProps}=props,slottableElement=null,hasSlottable=!1,newChildren=[];
children=useUnwrappedLazy(children),import_react.Children.forEach(children,maybeSlottable=>{
if(isSlottable(maybeSlottable)){
hasSlottable=!0;
let slottable=maybeSlottable,child=`child`in slottable.props?slottable.props.child:slottable.props.children;
for(;isLazyComponent(child)&&typeof use==`function`;)child=use(child._payload);
slottableElement=getSlottableElementFromSlottable(slottable,child),newChildren.push(slottableElement?.props?.children)}else newChildren.push(maybeSlottable)}),slottableElement?slottableElement=import_react.cloneElement(slottableElement,void 0,newChildren):!hasSlottable&&import_react.Children.count(children)===1&&import_react.isValidElement(children)&&(slottableElement=children);
let slottableElementRef=slottableElement?getElementRef$1(slottableElement):void 0,composedRef=useComposedRefs(forwardedRef,slottableElementRef);
if(!slottableElement){
if(children||children===0)throw Error(hasSlottable?createSlottableError(ownerName):createSlotError(ownerName));
return children}
let mergedProps=mergeProps(slotProps,slottableElement.props??{});
return slottableElement.type!==import_react.Fragment&&(mergedProps.ref=forwardedRef?composedRef:slottableElementRef),import_react.cloneElement(slottableElement,mergedProps)});
return Slot2.displayName=`${ownerName}.Slot`,Slot2}
__name$23(createSlot,`createSlot`);
var SLOTTABLE_IDENTIFIER=Symbol.for(`radix.slottable`);
function createSlottable(ownerName){
let Slottable2=__name$23(props=>`child`in props?props.children(props.child):props.children,`Slottable`);
return Slottable2.displayName=`${ownerName}.Slottable`,Slottable2.__radixId=SLOTTABLE_IDENTIFIER,Slottable2}
__name$23(createSlottable,`createSlottable`);
var getSlottableElementFromSlottable=__name$23((slottable,child)=>`child`in slottable.props?import_react.isValidElement(child)?import_react.cloneElement(child,void 0,slottable.props.children(child.props.children)):null:import_react.isValidElement(child)?child:null,`getSlottableElementFromSlottable`);
function mergeProps(slotProps,childProps){
let overrideProps={...childProps};
for(let propName in childProps){
let slotPropValue=slotProps[propName],childPropValue=childProps[propName];
/^on[A-Z]/.test(propName)?slotPropValue&&childPropValue?overrideProps[propName]=(...args)=>{
let result=childPropValue(...args);
return slotPropValue(...args),result}:slotPropValue&&(overrideProps[propName]=slotPropValue):propName===`style`?overrideProps[propName]={...slotPropValue,...childPropValue}:propName===`className`?overrideProps[propName]=[slotPropValue,childPropValue].filter(Boolean).join(` `):propName===`aria-describedby`&&(overrideProps[propName]=concatAriaDescribedby$2(childPropValue,slotPropValue))}
return{...slotProps,...overrideProps}}
__name$23(mergeProps,`mergeProps`);
function getElementRef$1(element){
let getter=Object.getOwnPropertyDescriptor(element.props,`ref`)?.get,mayWarn=getter&&`isReactWarning`in getter&&getter.isReactWarning;
return mayWarn?element.ref:(getter=Object.getOwnPropertyDescriptor(element,`ref`)?.get,mayWarn=getter&&`isReactWarning`in getter&&getter.isReactWarning,mayWarn?element.props.ref:element.props.ref||element.ref)}
__name$23(getElementRef$1,`getElementRef`);
function isSlottable(child){
return import_react.isValidElement(child)&&typeof child.type==`function`&&`__radixId`in child.type&&child.type.__radixId===SLOTTABLE_IDENTIFIER}
__name$23(isSlottable,`isSlottable`);
var REACT_LAZY_TYPE=Symbol.for(`react.lazy`);
function isLazyComponent(element){
return typeof element==`object`&&!!element&&`$$typeof`in element&&element.$$typeof===REACT_LAZY_TYPE&&`_payload`in element&&isPromiseLike(element._payload)}
__name$23(isLazyComponent,`isLazyComponent`);
function isPromiseLike(value){
return typeof value==`object`&&!!value&&`then`in value}
__name$23(isPromiseLike,`isPromiseLike`);
function useUnwrappedLazy(value){
let unwrapped=value;
for(;isLazyComponent(unwrapped)&&typeof use==`function`;)unwrapped=use(unwrapped._payload);
return unwrapped}
__name$23(useUnwrappedLazy,`useUnwrappedLazy`);
function concatAriaDescribedby$2(...values){
let ids=new Set;
for(let value of values)if(typeof value==`string`)for(let id of String(value).trim().split(/\s+/))id&&ids.add(id);
return ids.size>0?Array.from(ids).join(` `):void 0}
__name$23(concatAriaDescribedby$2,`concatAriaDescribedby`);
var createSlotError=__name$23(ownerName=>`${ownerName} failed to slot onto its children. Expected a single React element child or \`Slottable\`.`,`createSlotError`),createSlottableError=__name$23(ownerName=>`${ownerName} failed to slot onto its \`Slottable\`. Expected \`Slottable\` to receive a single React element child.`,`createSlottableError`),use=import_react.use,__defProp$22=Object.defineProperty,__name$22=(target,value)=>__defProp$22(target,`name`,{value,configurable:!0}),Primitive=[`a`,`button`,`div`,`form`,`h2`,`h3`,`img`,`input`,`label`,`li`,`nav`,`ol`,`p`,`select`,`span`,`svg`,`ul`].reduce((primitive,node)=>{
let Slot=createSlot(`Primitive.${node}`),Node=import_react.forwardRef((props,forwardedRef)=>{
let{asChild,...primitiveProps}=props,Comp=asChild?Slot:node;
return typeof window<`u`&&(window[Symbol.for(`radix-ui`)]=!0),(0,import_jsx_runtime.jsx)(Comp,{...primitiveProps,ref:forwardedRef})});
return Node.displayName=`Primitive.${node}`,{...primitive,[node]:Node}},{});
function dispatchDiscreteCustomEvent(target,event){
target&&import_react_dom.flushSync(()=>target.dispatchEvent(event))}
__name$22(dispatchDiscreteCustomEvent,`dispatchDiscreteCustomEvent`);
var __defProp$21=Object.defineProperty,__name$21=(target,value)=>__defProp$21(target,`name`,{value,configurable:!0});
function createContext2(rootComponentName,defaultContext){
let Context=import_react.createContext(defaultContext);
Context.displayName=rootComponentName+`Context`;
let Provider=__name$21(props=>{
let{children,...context}=props,value=import_react.useMemo(()=>context,Object.values(context));
return(0,import_jsx_runtime.jsx)(Context.Provider,{value,children})},`Provider`);
Provider.displayName=rootComponentName+`Provider`;
function useContext2(consumerName,options={}){
let{optional=!1}=options,context=import_react.useContext(Context);
if(context)return context;
if(defaultContext!==void 0)return defaultContext;
if(!optional)throw Error(`\`${consumerName}\` must be used within \`${rootComponentName}\``)}
return __name$21(useContext2,`useContext`),[Provider,useContext2]}
__name$21(createContext2,`createContext`);
function createContextScope(scopeName,createContextScopeDeps=[]){
let defaultContexts=[];
function createContext3(rootComponentName,defaultContext){
let BaseContext=import_react.createContext(defaultContext);
BaseContext.displayName=rootComponentName+`Context`;
let index=defaultContexts.length;
defaultContexts=[...defaultContexts,defaultContext];
let Provider=__name$21(props=>{
let{scope,children,...context}=props,Context=scope?.[scopeName]?.[index]||BaseContext,value=import_react.useMemo(()=>context,Object.values(context));
return(0,import_jsx_runtime.jsx)(Context.Provider,{value,children})},`Provider`);
Provider.displayName=rootComponentName+`Provider`;
function useContext2(consumerName,scope,options={}){
let{optional=!1}=options,Context=scope?.[scopeName]?.[index]||BaseContext,context=import_react.useContext(Context);
if(context)return context;
if(defaultContext!==void 0)return defaultContext;
if(!optional)throw Error(`\`${consumerName}\` must be used within \`${rootComponentName}\``)}
return __name$21(useContext2,`useContext`),[Provider,useContext2]}
__name$21(createContext3,`createContext`);
let createScope=__name$21(()=>{
let scopeContexts=defaultContexts.map(defaultContext=>import_react.createContext(defaultContext));
return __name$21(function(scope){
let contexts=scope?.[scopeName]||scopeContexts;
return import_react.useMemo(()=>({[`__scope${scopeName}`]:{...scope,[scopeName]:contexts}}),[scope,contexts])},`useScope`)},`createScope`);
return createScope.scopeName=scopeName,[createContext3,composeContextScopes(createScope,...createContextScopeDeps)]}
__name$21(createContextScope,`createContextScope`);
function composeContextScopes(...scopes){
let baseScope=scopes[0];
if(scopes.length===1)return baseScope;
let createScope=__name$21(()=>{
let scopeHooks=scopes.map(createScope2=>({useScope:createScope2(),scopeName:createScope2.scopeName}));
return __name$21(function(overrideScopes){
let nextScopes=scopeHooks.reduce((nextScopes2,{useScope,scopeName})=>{
let currentScope=useScope(overrideScopes)[`__scope${scopeName}`];
return{...nextScopes2,...currentScope}},{});
return import_react.useMemo(()=>({[`__scope${baseScope.scopeName}`]:nextScopes}),[nextScopes])},`useComposedScopes`)},`createScope`);
return createScope.scopeName=baseScope.scopeName,createScope}
__name$21(composeContextScopes,`composeContextScopes`);
var useLayoutEffect2=globalThis?.document?import_react.useLayoutEffect:()=>{},__defProp$20=Object.defineProperty,__name$20=(target,value)=>__defProp$20(target,`name`,{value,configurable:!0});
function createCollection(name){
let PROVIDER_NAME=name+`CollectionProvider`,[createCollectionContext,createCollectionScope]=createContextScope(PROVIDER_NAME),[CollectionProviderImpl,useCollectionContext]=createCollectionContext(PROVIDER_NAME,{collectionRef:{current:null},itemMap:new Map}),CollectionProvider=__name$20(props=>{
let{scope,children}=props,ref=import_react.useRef(null),itemMap=import_react.useRef(new Map).current;
return(0,import_jsx_runtime.jsx)(CollectionProviderImpl,{scope,itemMap,collectionRef:ref,children})},`CollectionProvider`);
CollectionProvider.displayName=PROVIDER_NAME;
let COLLECTION_SLOT_NAME=name+`CollectionSlot`,CollectionSlotImpl=createSlot(COLLECTION_SLOT_NAME),CollectionSlot=import_react.forwardRef((props,forwardedRef)=>{
let{scope,children}=props,composedRefs=useComposedRefs(forwardedRef,useCollectionContext(COLLECTION_SLOT_NAME,scope).collectionRef);
return(0,import_jsx_runtime.jsx)(CollectionSlotImpl,{ref:composedRefs,children})});
CollectionSlot.displayName=COLLECTION_SLOT_NAME;
let ITEM_SLOT_NAME=name+`CollectionItemSlot`,ITEM_DATA_ATTR=`data-radix-collection-item`,CollectionItemSlotImpl=createSlot(ITEM_SLOT_NAME),CollectionItemSlot=import_react.forwardRef((props,forwardedRef)=>{
let{scope,children,...itemData}=props,ref=import_react.useRef(null),composedRefs=useComposedRefs(forwardedRef,ref),context=useCollectionContext(ITEM_SLOT_NAME,scope);
return import_react.useEffect(()=>(context.itemMap.set(ref,{ref,...itemData}),()=>void context.itemMap.delete(ref))),(0,import_jsx_runtime.jsx)(CollectionItemSlotImpl,{[ITEM_DATA_ATTR]:``,ref:composedRefs,children})});
CollectionItemSlot.displayName=ITEM_SLOT_NAME;
function useCollection(scope){
let context=useCollectionContext(name+`CollectionConsumer`,scope);
return import_react.useCallback(()=>{
let collectionNode=context.collectionRef.current;
if(!collectionNode)return[];
let orderedNodes=Array.from(collectionNode.querySelectorAll(`[${ITEM_DATA_ATTR}]`));
return Array.from(context.itemMap.values()).sort((a,b)=>orderedNodes.indexOf(a.ref.current)-orderedNodes.indexOf(b.ref.current))},[context.collectionRef,context.itemMap])}
return __name$20(useCollection,`useCollection`),[{Provider:CollectionProvider,Slot:CollectionSlot,ItemSlot:CollectionItemSlot},useCollection,createCollectionScope]}
__name$20(createCollection,`createCollection`);
var __instanciated=new WeakMap,OrderedDict=class _OrderedDict extends Map{
static{
__name$20(this,`OrderedDict`)}
#keys;
constructor(entries){
super(entries),this.#keys=[...super.keys()],__instanciated.set(this,!0)}
set(key,value){
return __instanciated.get(this)&&!this.has(key)&&this.#keys.push(key),super.set(key,value),this}
insert(index,key,value){
let has=this.has(key),finalSize=has?this.size:this.size+1,relativeIndex=toSafeInteger(index),targetIndex=relativeIndex>=0?Math.min(relativeIndex,finalSize-1):Math.max(finalSize+relativeIndex,0);
if(has?this.#keys.indexOf(key)===targetIndex:targetIndex===this.size)return this.set(key,value),this;
let keys=this.#keys.filter(existingKey=>existingKey!==key);
keys.splice(targetIndex,0,key);
let entries=keys.map(entryKey=>[entryKey,entryKey===key?value:this.get(entryKey)]);
this.clear();
for(let[entryKey,entryValue]of entries)this.set(entryKey,entryValue);
return this}
with(index,key,value){
let copy=new _OrderedDict(this);
return copy.insert(index,key,value),copy}
before(key){
let index=this.#keys.indexOf(key)-1;
if(!(index<0))return this.entryAt(index)}
setBefore(key,newKey,value){
let index=this.#keys.indexOf(key);
if(index===-1)return this;
let currentIndex=this.#keys.indexOf(newKey),targetIndex=currentIndex!==-1&&currentIndex<index?index-1:index;
return this.insert(targetIndex,newKey,value)}
after(key){
let index=this.#keys.indexOf(key);
if(index=index===-1||index===this.size-1?-1:index+1,index!==-1)return this.entryAt(index)}
setAfter(key,newKey,value){
let index=this.#keys.indexOf(key);
if(index===-1)return this;
let currentIndex=this.#keys.indexOf(newKey),targetIndex=currentIndex!==-1&&currentIndex<=index?index:index+1;
return this.insert(targetIndex,newKey,value)}
first(){
return this.entryAt(0)}
last(){
return this.entryAt(-1)}
clear(){
return this.#keys=[],super.clear()}
delete(key){
let deleted=super.delete(key);
return deleted&&this.#keys.splice(this.#keys.indexOf(key),1),deleted}
deleteAt(index){
let key=this.keyAt(index);
return key!==void 0&&this.delete(key)}
at(index){
let key=at(this.#keys,index);
if(key!==void 0)return this.get(key)}
entryAt(index){
let key=at(this.#keys,index);
if(key!==void 0)return[key,this.get(key)]}
indexOf(key){
return this.#keys.indexOf(key)}
keyAt(index){
return at(this.#keys,index)}
from(key,offset){
let index=this.indexOf(key);
if(index===-1)return;
let dest=index+offset;
return dest<0&&(dest=0),dest>=this.size&&(dest=this.size-1),this.at(dest)}
keyFrom(key,offset){
let index=this.indexOf(key);
if(index===-1)return;
let dest=index+offset;
return dest<0&&(dest=0),dest>=this.size&&(dest=this.size-1),this.keyAt(dest)}
find(predicate,thisArg){
let index=0;
for(let entry of this){
if(Reflect.apply(predicate,thisArg,[entry,index,this]))return entry;
index++}}
findIndex(predicate,thisArg){
let index=0;
for(let entry of this){
if(Reflect.apply(predicate,thisArg,[entry,index,this]))return index;
index++}
return-1}
filter(predicate,thisArg){
let entries=[],index=0;
for(let entry of this)Reflect.apply(predicate,thisArg,[entry,index,this])&&entries.push(entry),index++;
return new _OrderedDict(entries)}
map(callbackfn,thisArg){
let entries=[],index=0;
for(let entry of this)entries.push([entry[0],Reflect.apply(callbackfn,thisArg,[entry,index,this])]),index++;
return new _OrderedDict(entries)}
reduce(...args){
let[callbackfn,initialValue]=args,hasInitialValue=args.length>1;
if(!hasInitialValue&&this.size===0)throw TypeError(`Reduce of empty OrderedDict with no initial value`);
let index=0,accumulator=initialValue;
for(let entry of this)accumulator=index===0&&!hasInitialValue?entry:Reflect.apply(callbackfn,this,[accumulator,entry,index,this]),index++;
return accumulator}
reduceRight(...args){
let[callbackfn,initialValue]=args,hasInitialValue=args.length>1;
if(!hasInitialValue&&this.size===0)throw TypeError(`Reduce of empty OrderedDict with no initial value`);
let accumulator=initialValue;
for(let index=this.size-1;index>=0;index--){
let entry=this.entryAt(index);
accumulator=index===this.size-1&&!hasInitialValue?entry:Reflect.apply(callbackfn,this,[accumulator,entry,index,this])}
return accumulator}
sort(compareFn){
if(typeof compareFn!=`function`)throw TypeError(`OrderedDict.sort requires a compare function`);
let entries=[...this.entries()].sort(compareFn);
this.clear();
for(let[key,value]of entries)this.set(key,value);
return this}
toSorted(compareFn){
if(typeof compareFn!=`function`)throw TypeError(`OrderedDict.toSorted requires a compare function`);
let entries=[...this.entries()].sort(compareFn);
return new _OrderedDict(entries)}
toReversed(){
let reversed=new _OrderedDict;
for(let index=this.size-1;index>=0;index--){
let key=this.keyAt(index),element=this.get(key);
reversed.set(key,element)}
return reversed}
toSpliced(...args){
let entries=[...this.entries()];
return entries.splice(...args),new _OrderedDict(entries)}
slice(start,end){
let result=new _OrderedDict;
for(let key of this.#keys.slice(start,end))result.set(key,this.get(key));
return result}
every(predicate,thisArg){
let index=0;
for(let entry of this){
if(!Reflect.apply(predicate,thisArg,[entry,index,this]))return!1;
index++}
return!0}
some(predicate,thisArg){
let index=0;
for(let entry of this){
if(Reflect.apply(predicate,thisArg,[entry,index,this]))return!0;
index++}
return!1}};
function at(array,index){
if(`at`in Array.prototype)return Array.prototype.at.call(array,index);
let actualIndex=toSafeIndex(array,index);
return actualIndex===-1?void 0:array[actualIndex]}
__name$20(at,`at`);
function toSafeIndex(array,index){
let length=array.length,relativeIndex=toSafeInteger(index),actualIndex=relativeIndex>=0?relativeIndex:length+relativeIndex;
return actualIndex<0||actualIndex>=length?-1:actualIndex}
__name$20(toSafeIndex,`toSafeIndex`);
function toSafeInteger(number){
return number!==number||number===0?0:Math.trunc(number)}
__name$20(toSafeInteger,`toSafeInteger`);
function createCollection2(name){
let PROVIDER_NAME=name+`CollectionProvider`,[createCollectionContext,createCollectionScope]=createContextScope(PROVIDER_NAME),[CollectionStableContextProvider,useStableCollectionContext]=createCollectionContext(PROVIDER_NAME);
CollectionStableContextProvider.displayName=name+`CollectionStableContextProvider`;
let[CollectionStatefulContextProvider,useStatefulCollectionContext]=createCollectionContext(PROVIDER_NAME);
CollectionStatefulContextProvider.displayName=name+`CollectionStatefulContextProvider`;
let CollectionProvider=__name$20(({state,...props})=>state?(0,import_jsx_runtime.jsx)(CollectionProviderImpl,{...props,state}):(0,import_jsx_runtime.jsx)(CollectionInit,{...props}),`CollectionProvider`);
CollectionProvider.displayName=PROVIDER_NAME;
let CollectionInit=__name$20(props=>{
let state=useInitCollection();
return(0,import_jsx_runtime.jsx)(CollectionProviderImpl,{...props,state})},`CollectionInit`);
CollectionInit.displayName=name+`CollectionInit`;
let CollectionProviderImpl=__name$20(props=>{
let{scope,children,state}=props,ref=import_react.useRef(null),[collectionElement,setCollectionElement]=import_react.useState(null),composeRefs=useComposedRefs(ref,setCollectionElement),[collection,setCollection]=state,registryRef=import_react.useRef(new OrderedDict),getCollection=import_react.useCallback(()=>{
let registry=registryRef.current;
return isInDocumentOrder(registry)||registry.sort(sortByDocumentPosition),registry},[]);
return import_react.useEffect(()=>{
if(!collectionElement)return;
let observer=getChildListObserver(()=>{
setCollection(map=>{
let sorted=map.toSorted(sortByDocumentPosition);
return sorted.some(([key],index)=>map.keyAt(index)!==key)?sorted:map})});
return observer.observe(collectionElement,{childList:!0,subtree:!0}),()=>{
observer.disconnect()}},[collectionElement,setCollection]),(0,import_jsx_runtime.jsx)(CollectionStableContextProvider,{scope,collectionElementRef:composeRefs,collectionElementRefObject:ref,getCollection,setCollection,registryRef,children:(0,import_jsx_runtime.jsx)(CollectionStatefulContextProvider,{scope,collectionElement,collection,children})})},`CollectionProviderImpl`);
CollectionProviderImpl.displayName=name+`CollectionProviderImpl`;
let COLLECTION_SLOT_NAME=name+`CollectionSlot`,CollectionSlotImpl=createSlot(COLLECTION_SLOT_NAME),CollectionSlot=import_react.forwardRef((props,forwardedRef)=>{
let{scope,children}=props,composedRefs=useComposedRefs(forwardedRef,useStableCollectionContext(COLLECTION_SLOT_NAME,scope).collectionElementRef);
return(0,import_jsx_runtime.jsx)(CollectionSlotImpl,{ref:composedRefs,children})});
CollectionSlot.displayName=COLLECTION_SLOT_NAME;
let ITEM_SLOT_NAME=name+`CollectionItemSlot`,CollectionItemSlotImpl=createSlot(ITEM_SLOT_NAME),CollectionItemSlot=import_react.forwardRef((props,forwardedRef)=>{
let{scope,children,...itemData}=props,ref=import_react.useRef(null),{setCollection,registryRef}=useStableCollectionContext(ITEM_SLOT_NAME,scope),itemDataRef=import_react.useRef(itemData);
shallowEqual(itemDataRef.current,itemData)||(itemDataRef.current=itemData);
let memoizedItemData=itemDataRef.current,composedRefs=useComposedRefs(forwardedRef,import_react.useCallback(node=>{
let registry=registryRef.current;
node?registry.set(node,{...itemDataRef.current,element:node}):ref.current&&registry.delete(ref.current)},[registryRef]),ref);
useLayoutEffect2(()=>{
let node=ref.current,registry=registryRef.current;
node&&registry.has(node)&&registry.set(node,{...memoizedItemData,element:node})},[memoizedItemData,registryRef]);
let registeredRef=import_react.useRef(null);
return import_react.useEffect(()=>{
let element=ref.current,registered=registeredRef.current;
((registered?.element??null)!==element||element&&registered?.itemData!==memoizedItemData)&&(registeredRef.current=element?{element,itemData:memoizedItemData}:null,setCollection(map=>{
let next=new OrderedDict(map);
return registered&&registered.element!==element&&next.delete(registered.element),element&&next.set(element,{...memoizedItemData,element}),next.sort(sortByDocumentPosition)}))}),import_react.useEffect(()=>()=>{
let registered=registeredRef.current;
registeredRef.current=null,registered&&setCollection(map=>{
if(!map.has(registered.element))return map;
let next=new OrderedDict(map);
return next.delete(registered.element),next})},[setCollection]),(0,import_jsx_runtime.jsx)(CollectionItemSlotImpl,{"data-radix-collection-item":``,ref:composedRefs,children})});
CollectionItemSlot.displayName=ITEM_SLOT_NAME;
function useInitCollection(){
return import_react.useState(new OrderedDict)}
__name$20(useInitCollection,`useInitCollection`);
function useCollection(scope){
let{collection}=useStatefulCollectionContext(name+`CollectionConsumer`,scope);
return collection}
__name$20(useCollection,`useCollection`);
function useGetCollection(scope){
let{getCollection}=useStableCollectionContext(name+`CollectionConsumer`,scope);
return getCollection}
return __name$20(useGetCollection,`useGetCollection`),[{Provider:CollectionProvider,Slot:CollectionSlot,ItemSlot:CollectionItemSlot},{createCollectionScope,useCollection,useGetCollection,useInitCollection}]}
__name$20(createCollection2,`createCollection`);
function shallowEqual(a,b){
if(a===b)return!0;
if(typeof a!=`object`||typeof b!=`object`||a==null||b==null)return!1;
let keysA=Object.keys(a),keysB=Object.keys(b);
if(keysA.length!==keysB.length)return!1;
for(let key of keysA)if(!Object.prototype.hasOwnProperty.call(b,key)||a[key]!==b[key])return!1;
return!0}
__name$20(shallowEqual,`shallowEqual`);
function isElementPreceding(a,b){
return!!(b.compareDocumentPosition(a)&Node.DOCUMENT_POSITION_PRECEDING)}
__name$20(isElementPreceding,`isElementPreceding`);
function isInDocumentOrder(dict){
let previous;
for(let element of dict.keys()){
if(previous){
let position=previous.compareDocumentPosition(element);
if(!(position&Node.DOCUMENT_POSITION_DISCONNECTED)&&position&Node.DOCUMENT_POSITION_PRECEDING)return!1}
previous=element}
return!0}
__name$20(isInDocumentOrder,`isInDocumentOrder`);
function sortByDocumentPosition(a,b){
return!a[1].element||!b[1].element?0:isElementPreceding(a[1].element,b[1].element)?-1:1}
__name$20(sortByDocumentPosition,`sortByDocumentPosition`);
function getChildListObserver(callback){
return new MutationObserver(mutationsList=>{
for(let mutation of mutationsList)if(mutation.type===`childList`){
callback();
return}})}
__name$20(getChildListObserver,`getChildListObserver`);
var __defProp$19=Object.defineProperty,__name$19=(target,value)=>__defProp$19(target,`name`,{value,configurable:!0}),canUseDOM=!!(typeof window<`u`&&window.document&&window.document.createElement);
function composeEventHandlers(originalEventHandler,ourEventHandler,{checkForDefaultPrevented=!0}={}){
return __name$19(function(event){
if(originalEventHandler?.(event),checkForDefaultPrevented===!1||!event||!event.defaultPrevented)return ourEventHandler?.(event)},`handleEvent`)}
__name$19(composeEventHandlers,`composeEventHandlers`);
function getOwnerWindow(element){
if(!canUseDOM)throw Error(`Cannot access window outside of the DOM`);
return element?.ownerDocument?.defaultView??window}
__name$19(getOwnerWindow,`getOwnerWindow`);
function getOwnerDocument(element){
if(!canUseDOM)throw Error(`Cannot access document outside of the DOM`);
return element?.ownerDocument??document}
__name$19(getOwnerDocument,`getOwnerDocument`);
function getActiveElement(node,activeDescendant=!1){
let{activeElement}=getOwnerDocument(node);
if(!activeElement?.nodeName)return null;
if(isFrame(activeElement)&&activeElement.contentDocument)return getActiveElement(activeElement.contentDocument.body,activeDescendant);
if(activeDescendant){
let id=activeElement.getAttribute(`aria-activedescendant`);
if(id){
let element=getOwnerDocument(activeElement).getElementById(id);
if(element)return element}}
return activeElement}
__name$19(getActiveElement,`getActiveElement`);
function isFrame(element){
return element.tagName===`IFRAME`}
__name$19(isFrame,`isFrame`);
var __defProp$18=Object.defineProperty,__name$18=(target,value)=>__defProp$18(target,`name`,{value,configurable:!0}),useReactEffectEvent=import_react.useEffectEvent,useReactInsertionEffect$1=import_react.useInsertionEffect;
function useEffectEvent(callback){
if(typeof useReactEffectEvent==`function`)return useReactEffectEvent(callback);
let ref=import_react.useRef(()=>{
throw Error(`Cannot call an event handler while rendering.`)});
return typeof useReactInsertionEffect$1==`function`?useReactInsertionEffect$1(()=>{
ref.current=callback}):useLayoutEffect2(()=>{
ref.current=callback}),import_react.useMemo(()=>((...args)=>ref.current?.(...args)),[])}
__name$18(useEffectEvent,`useEffectEvent`);
var __defProp$17=Object.defineProperty,__name$17=(target,value)=>__defProp$17(target,`name`,{value,configurable:!0}),useInsertionEffect=import_react.useInsertionEffect||useLayoutEffect2;
function useControllableState({prop,defaultProp,onChange=__name$17(()=>{},`onChange`),caller}){
let[uncontrolledProp,setUncontrolledProp,onChangeRef]=useUncontrolledState({defaultProp,onChange}),isControlled=prop!==void 0;
return[isControlled?prop:uncontrolledProp,import_react.useCallback(nextValue=>{
if(isControlled){
let value2=isFunction(nextValue)?nextValue(prop):nextValue;
value2!==prop&&onChangeRef.current?.(value2)}else setUncontrolledProp(nextValue)},[isControlled,prop,setUncontrolledProp,onChangeRef])]}
__name$17(useControllableState,`useControllableState`);
function useUncontrolledState({defaultProp,onChange}){
let[value,setValue]=import_react.useState(defaultProp),prevValueRef=import_react.useRef(value),onChangeRef=import_react.useRef(onChange);
return useInsertionEffect(()=>{
onChangeRef.current=onChange},[onChange]),import_react.useEffect(()=>{
prevValueRef.current!==value&&(onChangeRef.current?.(value),prevValueRef.current=value)},[value,prevValueRef]),[value,setValue,onChangeRef]}
__name$17(useUncontrolledState,`useUncontrolledState`);
function isFunction(value){
return typeof value==`function`}
__name$17(isFunction,`isFunction`);
var SYNC_STATE=Symbol(`RADIX:SYNC_STATE`);
function useControllableStateReducer(reducer,userArgs,initialArg,init){
let{prop:controlledState,defaultProp,onChange:onChangeProp,caller}=userArgs,isControlled=controlledState!==void 0,onChange=useEffectEvent(onChangeProp),args=[{...initialArg,state:defaultProp}];
init&&args.push(init);
let[internalState,dispatch]=import_react.useReducer((state2,action)=>{
if(action.type===SYNC_STATE)return{...state2,state:action.state};
let next=reducer(state2,action);
return isControlled&&!Object.is(next.state,state2.state)&&onChange(next.state),next},...args),uncontrolledState=internalState.state,prevValueRef=import_react.useRef(uncontrolledState);
import_react.useEffect(()=>{
prevValueRef.current!==uncontrolledState&&(prevValueRef.current=uncontrolledState,isControlled||onChange(uncontrolledState))},[uncontrolledState,prevValueRef,isControlled]);
let state=import_react.useMemo(()=>controlledState===void 0?internalState:{...internalState,state:controlledState},[internalState,controlledState]);
return import_react.useEffect(()=>{
isControlled&&!Object.is(controlledState,internalState.state)&&dispatch({type:SYNC_STATE,state:controlledState})},[controlledState,internalState.state,isControlled]),[state,dispatch]}
__name$17(useControllableStateReducer,`useControllableStateReducer`);
var __defProp$16=Object.defineProperty,__name$16=(target,value)=>__defProp$16(target,`name`,{value,configurable:!0});
function useStateMachine(initialState,machine){
return import_react.useReducer((state,event)=>machine[state][event]??state,initialState)}
__name$16(useStateMachine,`useStateMachine`);
var Presence=__name$16(props=>{
let{present,children}=props,presence=usePresence(present),child=typeof children==`function`?children({present:presence.isPresent}):import_react.Children.only(children),ref=useStableComposedRefs(presence.ref,getElementRef(child));
return typeof children==`function`||presence.isPresent?import_react.cloneElement(child,{ref}):null},`Presence`);
function usePresence(present){
let[node,setNode]=import_react.useState(),stylesRef=import_react.useRef(null),prevPresentRef=import_react.useRef(present),prevAnimationNameRef=import_react.useRef(`none`),mountAnimationNameRef=import_react.useRef(void 0),[state,send]=useStateMachine(present?`mounted`:`unmounted`,{mounted:{UNMOUNT:`unmounted`,ANIMATION_OUT:`unmountSuspended`},unmountSuspended:{MOUNT:`mounted`,ANIMATION_END:`unmounted`},unmounted:{MOUNT:`mounted`}});
return import_react.useEffect(()=>{
state===`mounted`?(prevAnimationNameRef.current=mountAnimationNameRef.current??getAnimationName(stylesRef.current),mountAnimationNameRef.current=void 0):prevAnimationNameRef.current=`none`},[state]),useLayoutEffect2(()=>{
let styles=stylesRef.current,wasPresent=prevPresentRef.current;
if(wasPresent!==present){
let prevAnimationName=prevAnimationNameRef.current,currentAnimationName=getAnimationName(styles);
present?(mountAnimationNameRef.current=currentAnimationName,send(`MOUNT`)):currentAnimationName===`none`||styles?.display===`none`?send(`UNMOUNT`):send(wasPresent&&prevAnimationName!==currentAnimationName?`ANIMATION_OUT`:`UNMOUNT`),prevPresentRef.current=present}},[present,send]),useLayoutEffect2(()=>{
if(node){
let timeoutId,ownerWindow=node.ownerDocument.defaultView??window,handleAnimationEnd=__name$16(event=>{
let isCurrentAnimation=getAnimationName(stylesRef.current).includes(CSS.escape(event.animationName));
if(event.target===node&&isCurrentAnimation&&(send(`ANIMATION_END`),!prevPresentRef.current)){
let currentFillMode=node.style.animationFillMode;
node.style.animationFillMode=`forwards`,timeoutId=ownerWindow.setTimeout(()=>{
node.style.animationFillMode===`forwards`&&(node.style.animationFillMode=currentFillMode)})}},`handleAnimationEnd`),handleAnimationStart=__name$16(event=>{
event.target===node&&(prevAnimationNameRef.current=getAnimationName(stylesRef.current))},`handleAnimationStart`);
return node.addEventListener(`animationstart`,handleAnimationStart),node.addEventListener(`animationcancel`,handleAnimationEnd),node.addEventListener(`animationend`,handleAnimationEnd),()=>{
ownerWindow.clearTimeout(timeoutId),node.removeEventListener(`animationstart`,handleAnimationStart),node.removeEventListener(`animationcancel`,handleAnimationEnd),node.removeEventListener(`animationend`,handleAnimationEnd)}}
send(`ANIMATION_END`)},[node,send]),{isPresent:[`mounted`,`unmountSuspended`].includes(state),ref:import_react.useCallback(node2=>{
if(node2){
let styles=getComputedStyle(node2);
stylesRef.current=styles,mountAnimationNameRef.current=getAnimationName(styles)}else stylesRef.current=null;
setNode(node2)},[])}}
__name$16(usePresence,`usePresence`);
function setRef(ref,value){
if(typeof ref==`function`)return ref(value);
ref!=null&&(ref.current=value)}
__name$16(setRef,`setRef`);
function useStableComposedRefs(...refs){
let refsRef=import_react.useRef(refs);
return refsRef.current=refs,import_react.useCallback(node=>{
let currentRefs=refsRef.current,hasCleanup=!1,cleanups=currentRefs.map(ref=>{
let cleanup=setRef(ref,node);
return!hasCleanup&&typeof cleanup==`function`&&(hasCleanup=!0),cleanup});
if(hasCleanup)return()=>{
for(let i=0;i<cleanups.length;i++){
let cleanup=cleanups[i];
typeof cleanup==`function`?cleanup():setRef(currentRefs[i],null)}}},[])}
__name$16(useStableComposedRefs,`useStableComposedRefs`);
function getAnimationName(styles){
return styles?.animationName||`none`}
__name$16(getAnimationName,`getAnimationName`);
function getElementRef(element){
let getter=Object.getOwnPropertyDescriptor(element.props,`ref`)?.get,mayWarn=getter&&`isReactWarning`in getter&&getter.isReactWarning;
return mayWarn?element.ref:(getter=Object.getOwnPropertyDescriptor(element,`ref`)?.get,mayWarn=getter&&`isReactWarning`in getter&&getter.isReactWarning,mayWarn?element.props.ref:element.props.ref||element.ref)}
__name$16(getElementRef,`getElementRef`);
var __defProp$15=Object.defineProperty,__name$15=(target,value)=>__defProp$15(target,`name`,{value,configurable:!0}),useReactId=import_react.useId||(()=>void 0),count$1=0;
function useId(deterministicId){
let[id,setId]=import_react.useState(useReactId());
return useLayoutEffect2(()=>{
deterministicId||setId(reactId=>reactId??String(count$1++))},[deterministicId]),deterministicId||(id?`radix-${id}`:``)}
__name$15(useId,`useId`);
var __defProp$14=Object.defineProperty,__name$14=(target,value)=>__defProp$14(target,`name`,{value,configurable:!0}),Direction$2={LTR:`ltr`,RTL:`rtl`},DirectionContext=import_react.createContext(void 0);
function useDirection(localDir){
let globalDir=import_react.useContext(DirectionContext);
return localDir||globalDir||Direction$2.LTR}
__name$14(useDirection,`useDirection`);
var __defProp$13=Object.defineProperty,__name$13=(target,value)=>__defProp$13(target,`name`,{value,configurable:!0}),useReactInsertionEffect=import_react.useInsertionEffect;
function useCallbackRef$1(callback){
let callbackRef=import_react.useRef(callback);
return typeof useReactInsertionEffect==`function`?useReactInsertionEffect(()=>{
callbackRef.current=callback}):useLayoutEffect2(()=>{
callbackRef.current=callback}),import_react.useMemo(()=>((...args)=>callbackRef.current?.(...args)),[])}
__name$13(useCallbackRef$1,`useCallbackRef`);
var __defProp$12=Object.defineProperty,__name$12=(target,value)=>__defProp$12(target,`name`,{value,configurable:!0}),CONTEXT_UPDATE=`dismissableLayer.update`,POINTER_DOWN_OUTSIDE=`dismissableLayer.pointerDownOutside`,FOCUS_OUTSIDE=`dismissableLayer.focusOutside`,originalBodyPointerEvents,DismissableLayerContext=import_react.createContext({layers:new Set,layersWithOutsidePointerEventsDisabled:new Set,branches:new Set,dismissableSurfaces:new Set}),DismissableLayer=import_react.forwardRef(__name$12(function(props,forwardedRef){
let{disableOutsidePointerEvents=!1,deferPointerDownOutside=!1,onEscapeKeyDown,onPointerDownOutside,onFocusOutside,onInteractOutside,onDismiss,...layerProps}=props,context=import_react.useContext(DismissableLayerContext),[node,setNode]=import_react.useState(null),ownerDocument=node?.ownerDocument??globalThis?.document,[,force]=import_react.useState({}),composedRefs=useComposedRefs(forwardedRef,setNode),layers=Array.from(context.layers),[highestLayerWithOutsidePointerEventsDisabled]=[...context.layersWithOutsidePointerEventsDisabled].slice(-1),highestLayerWithOutsidePointerEventsDisabledIndex=highestLayerWithOutsidePointerEventsDisabled?layers.indexOf(highestLayerWithOutsidePointerEventsDisabled):-1,index=node?layers.indexOf(node):-1,isBodyPointerEventsDisabled=context.layersWithOutsidePointerEventsDisabled.size>0,isPointerEventsEnabled=index>=highestLayerWithOutsidePointerEventsDisabledIndex,isDeferredPointerDownOutsideRef=import_react.useRef(!1),pointerDownOutside=usePointerDownOutside(event=>{
onPointerDownOutside?.(event),onInteractOutside?.(event),event.defaultPrevented||onDismiss?.()},{ownerDocument,deferPointerDownOutside,isDeferredPointerDownOutsideRef,dismissableSurfaces:context.dismissableSurfaces,shouldHandlePointerDownOutside:import_react.useCallback(target=>{
if(!(target instanceof Node))return!1;
let isPointerDownOnBranch=[...context.branches].some(branch=>branch.contains(target));
return isPointerEventsEnabled&&!isPointerDownOnBranch},[context.branches,isPointerEventsEnabled])}),focusOutside=useFocusOutside(event=>{
if(deferPointerDownOutside&&isDeferredPointerDownOutsideRef.current)return;
let target=event.target;
[...context.branches].some(branch=>branch.contains(target))||(onFocusOutside?.(event),onInteractOutside?.(event),event.defaultPrevented||onDismiss?.())},ownerDocument),isHighestLayer=node?index===layers.length-1:!1,handleKeyDown=useCallbackRef$1(event=>{
event.key===`Escape`&&(onEscapeKeyDown?.(event),!event.defaultPrevented&&onDismiss&&(event.preventDefault(),onDismiss()))});
return import_react.useEffect(()=>{
if(isHighestLayer)return ownerDocument.addEventListener(`keydown`,handleKeyDown,{capture:!0}),()=>ownerDocument.removeEventListener(`keydown`,handleKeyDown,{capture:!0})},[ownerDocument,isHighestLayer,handleKeyDown]),import_react.useEffect(()=>{
if(node)return disableOutsidePointerEvents&&(context.layersWithOutsidePointerEventsDisabled.size===0&&(originalBodyPointerEvents=ownerDocument.body.style.pointerEvents,ownerDocument.body.style.pointerEvents=`none`),context.layersWithOutsidePointerEventsDisabled.add(node)),context.layers.add(node),dispatchUpdate(),()=>{
disableOutsidePointerEvents&&(context.layersWithOutsidePointerEventsDisabled.delete(node),context.layersWithOutsidePointerEventsDisabled.size===0&&(ownerDocument.body.style.pointerEvents=originalBodyPointerEvents))}},[node,ownerDocument,disableOutsidePointerEvents,context]),import_react.useEffect(()=>()=>{
node&&(context.layers.delete(node),context.layersWithOutsidePointerEventsDisabled.delete(node),dispatchUpdate())},[node,context]),import_react.useEffect(()=>{
let handleUpdate=__name$12(()=>force({}),`handleUpdate`);
return document.addEventListener(CONTEXT_UPDATE,handleUpdate),()=>document.removeEventListener(CONTEXT_UPDATE,handleUpdate)},[]),(0,import_jsx_runtime.jsx)(Primitive.div,{...layerProps,ref:composedRefs,style:{pointerEvents:isBodyPointerEventsDisabled?isPointerEventsEnabled?`auto`:`none`:void 0,...props.style},onFocusCapture:composeEventHandlers(props.onFocusCapture,focusOutside.onFocusCapture),onBlurCapture:composeEventHandlers(props.onBlurCapture,focusOutside.onBlurCapture),onPointerDownCapture:composeEventHandlers(props.onPointerDownCapture,pointerDownOutside.onPointerDownCapture)})},`DismissableLayer`));
function useDismissableLayerSurface(){
let context=import_react.useContext(DismissableLayerContext),[node,setNode]=import_react.useState(null);
return import_react.useEffect(()=>{
if(node)return context.dismissableSurfaces.add(node),()=>{
context.dismissableSurfaces.delete(node)}},[node,context.dismissableSurfaces]),setNode}
__name$12(useDismissableLayerSurface,`useDismissableLayerSurface`);
var IS_TRUE=__name$12(()=>!0,`IS_TRUE`);
function usePointerDownOutside(onPointerDownOutside,args){
let{ownerDocument=globalThis?.document,deferPointerDownOutside=!1,isDeferredPointerDownOutsideRef,dismissableSurfaces,shouldHandlePointerDownOutside=IS_TRUE}=args,handlePointerDownOutside=useCallbackRef$1(onPointerDownOutside),isPointerInsideReactTreeRef=import_react.useRef(!1),isPointerDownOutsideRef=import_react.useRef(!1),interceptedOutsideInteractionEventsRef=import_react.useRef(new Map),handleClickRef=import_react.useRef(()=>{});
return import_react.useEffect(()=>{
function resetOutsideInteraction(){
isPointerDownOutsideRef.current=!1,isDeferredPointerDownOutsideRef.current=!1,interceptedOutsideInteractionEventsRef.current.clear()}
__name$12(resetOutsideInteraction,`resetOutsideInteraction`);
function isOutsideInteractionIntercepted(){
return Array.from(interceptedOutsideInteractionEventsRef.current.values()).some(Boolean)}
__name$12(isOutsideInteractionIntercepted,`isOutsideInteractionIntercepted`);
function handleInteractionCapture(event){
if(!isPointerDownOutsideRef.current)return;
let target=event.target;
target instanceof Node&&[...dismissableSurfaces].some(surface=>surface.contains(target))||interceptedOutsideInteractionEventsRef.current.set(event.type,!0),event.type===`click`&&window.setTimeout(()=>{
isPointerDownOutsideRef.current&&handleClickRef.current()},0)}
__name$12(handleInteractionCapture,`handleInteractionCapture`);
function handleInteractionBubble(event){
isPointerDownOutsideRef.current&&interceptedOutsideInteractionEventsRef.current.set(event.type,!1)}
__name$12(handleInteractionBubble,`handleInteractionBubble`);
let handlePointerDown=__name$12(event=>{
if(event.target&&!isPointerInsideReactTreeRef.current){
let handleAndDispatchPointerDownOutsideEvent2=function(){
ownerDocument.removeEventListener(`click`,handleClickRef.current);
let wasOutsideInteractionIntercepted=isOutsideInteractionIntercepted();
resetOutsideInteraction(),wasOutsideInteractionIntercepted||handleAndDispatchCustomEvent(POINTER_DOWN_OUTSIDE,handlePointerDownOutside,eventDetail,{discrete:!0})};
if(__name$12(handleAndDispatchPointerDownOutsideEvent2,`handleAndDispatchPointerDownOutsideEvent`),!shouldHandlePointerDownOutside(event.target)){
ownerDocument.removeEventListener(`click`,handleClickRef.current),resetOutsideInteraction(),isPointerInsideReactTreeRef.current=!1;
return}
let eventDetail={originalEvent:event};
isPointerDownOutsideRef.current=!0,isDeferredPointerDownOutsideRef.current=deferPointerDownOutside&&event.button===0,interceptedOutsideInteractionEventsRef.current.clear(),!deferPointerDownOutside||event.button!==0?handleAndDispatchPointerDownOutsideEvent2():(ownerDocument.removeEventListener(`click`,handleClickRef.current),handleClickRef.current=handleAndDispatchPointerDownOutsideEvent2,ownerDocument.addEventListener(`click`,handleClickRef.current,{once:!0}))}else ownerDocument.removeEventListener(`click`,handleClickRef.current),resetOutsideInteraction();
isPointerInsideReactTreeRef.current=!1},`handlePointerDown`),outsideInteractionEvents=[`pointerup`,`mousedown`,`mouseup`,`touchstart`,`touchend`,`click`];
for(let eventName of outsideInteractionEvents)ownerDocument.addEventListener(eventName,handleInteractionCapture,!0),ownerDocument.addEventListener(eventName,handleInteractionBubble);
let timerId=window.setTimeout(()=>{
ownerDocument.addEventListener(`pointerdown`,handlePointerDown)},0);
return()=>{
window.clearTimeout(timerId),ownerDocument.removeEventListener(`pointerdown`,handlePointerDown),ownerDocument.removeEventListener(`click`,handleClickRef.current);
for(let eventName of outsideInteractionEvents)ownerDocument.removeEventListener(eventName,handleInteractionCapture,!0),ownerDocument.removeEventListener(eventName,handleInteractionBubble)}},[ownerDocument,handlePointerDownOutside,deferPointerDownOutside,isDeferredPointerDownOutsideRef,dismissableSurfaces,shouldHandlePointerDownOutside]),{onPointerDownCapture:__name$12(()=>isPointerInsideReactTreeRef.current=!0,`onPointerDownCapture`)}}
__name$12(usePointerDownOutside,`usePointerDownOutside`);
function useFocusOutside(onFocusOutside,ownerDocument=globalThis?.document){
let handleFocusOutside=useCallbackRef$1(onFocusOutside),isFocusInsideReactTreeRef=import_react.useRef(!1);
return import_react.useEffect(()=>{
let handleFocus=__name$12(event=>{
event.target&&!isFocusInsideReactTreeRef.current&&handleAndDispatchCustomEvent(FOCUS_OUTSIDE,handleFocusOutside,{originalEvent:event},{discrete:!1})},`handleFocus`);
return ownerDocument.addEventListener(`focusin`,handleFocus),()=>ownerDocument.removeEventListener(`focusin`,handleFocus)},[ownerDocument,handleFocusOutside]),{onFocusCapture:__name$12(()=>isFocusInsideReactTreeRef.current=!0,`onFocusCapture`),onBlurCapture:__name$12(()=>isFocusInsideReactTreeRef.current=!1,`onBlurCapture`)}}
__name$12(useFocusOutside,`useFocusOutside`);
function dispatchUpdate(){
let event=new CustomEvent(CONTEXT_UPDATE);
document.dispatchEvent(event)}
__name$12(dispatchUpdate,`dispatchUpdate`);
function handleAndDispatchCustomEvent(name,handler,detail,{discrete}){
let target=detail.originalEvent.target,event=new CustomEvent(name,{bubbles:!1,cancelable:!0,detail});
handler&&target.addEventListener(name,handler,{once:!0}),discrete?dispatchDiscreteCustomEvent(target,event):target.dispatchEvent(event)}
__name$12(handleAndDispatchCustomEvent,`handleAndDispatchCustomEvent`);
var __defProp$11=Object.defineProperty,__name$11=(target,value)=>__defProp$11(target,`name`,{value,configurable:!0}),AUTOFOCUS_ON_MOUNT=`focusScope.autoFocusOnMount`,AUTOFOCUS_ON_UNMOUNT=`focusScope.autoFocusOnUnmount`,EVENT_OPTIONS$1={bubbles:!1,cancelable:!0},FocusScope=import_react.forwardRef(__name$11(function(props,forwardedRef){
let{loop=!1,trapped=!1,branches,onMountAutoFocus:onMountAutoFocusProp,onUnmountAutoFocus:onUnmountAutoFocusProp,...scopeProps}=props,[container,setContainer]=import_react.useState(null),onMountAutoFocus=useCallbackRef$1(onMountAutoFocusProp),onUnmountAutoFocus=useCallbackRef$1(onUnmountAutoFocusProp),lastFocusedElementRef=import_react.useRef(null),composedRefs=useComposedRefs(forwardedRef,setContainer),branchesRef=import_react.useRef(branches);
import_react.useEffect(()=>{
branchesRef.current=branches});
let isTargetInScope=import_react.useCallback(target=>target?container?.contains(target)?!0:!!branchesRef.current?.some(branch=>branch.contains(target)):!1,[container]),focusScope=import_react.useRef({paused:!1,pause(){
this.paused=!0},resume(){
this.paused=!1}}).current;
import_react.useEffect(()=>{
if(trapped){
let handleFocusIn2=function(event){
if(focusScope.paused||!container)return;
let target=event.target;
isTargetInScope(target)?lastFocusedElementRef.current=target:focus(lastFocusedElementRef.current,{select:!0})},handleFocusOut2=function(event){
if(focusScope.paused||!container)return;
let relatedTarget=event.relatedTarget;
relatedTarget!==null&&(isTargetInScope(relatedTarget)||focus(lastFocusedElementRef.current,{select:!0}))},handleMutations2=function(mutations){
if(document.activeElement===document.body)for(let mutation of mutations)mutation.removedNodes.length>0&&focus(container)};
__name$11(handleFocusIn2,`handleFocusIn`),__name$11(handleFocusOut2,`handleFocusOut`),__name$11(handleMutations2,`handleMutations`),document.addEventListener(`focusin`,handleFocusIn2),document.addEventListener(`focusout`,handleFocusOut2);
let mutationObserver=new MutationObserver(handleMutations2);
return container&&mutationObserver.observe(container,{childList:!0,subtree:!0}),()=>{
document.removeEventListener(`focusin`,handleFocusIn2),document.removeEventListener(`focusout`,handleFocusOut2),mutationObserver.disconnect()}}},[trapped,container,focusScope.paused,isTargetInScope]),import_react.useEffect(()=>{
if(container){
focusScopesStack.add(focusScope);
let previouslyFocusedElement=document.activeElement;
if(!container.contains(previouslyFocusedElement)){
let mountEvent=new CustomEvent(AUTOFOCUS_ON_MOUNT,EVENT_OPTIONS$1);
container.addEventListener(AUTOFOCUS_ON_MOUNT,onMountAutoFocus),container.dispatchEvent(mountEvent),mountEvent.defaultPrevented||(focusFirst$2(removeLinks(getTabbableCandidates(container)),{select:!0}),document.activeElement===previouslyFocusedElement&&focus(container))}
return()=>{
container.removeEventListener(AUTOFOCUS_ON_MOUNT,onMountAutoFocus);
let ownerDocument=container.ownerDocument,UnmountEvent=CustomEvent;
setTimeout(()=>{
let unmountEvent=new UnmountEvent(AUTOFOCUS_ON_UNMOUNT,EVENT_OPTIONS$1);
container.addEventListener(AUTOFOCUS_ON_UNMOUNT,onUnmountAutoFocus),container.dispatchEvent(unmountEvent),unmountEvent.defaultPrevented||focus(previouslyFocusedElement??ownerDocument.body,{select:!0}),container.removeEventListener(AUTOFOCUS_ON_UNMOUNT,onUnmountAutoFocus),focusScopesStack.remove(focusScope)},0)}}},[container,onMountAutoFocus,onUnmountAutoFocus,focusScope]);
let handleKeyDown=import_react.useCallback(event=>{
if(!loop&&!trapped||focusScope.paused)return;
let isTabKey=event.key===`Tab`&&!event.altKey&&!event.ctrlKey&&!event.metaKey,focusedElement=document.activeElement;
if(isTabKey&&focusedElement){
let container2=event.currentTarget,[first,last]=getTabbableEdges(container2);
first&&last?!event.shiftKey&&focusedElement===last?(event.preventDefault(),loop&&focus(first,{select:!0})):event.shiftKey&&focusedElement===first&&(event.preventDefault(),loop&&focus(last,{select:!0})):focusedElement===container2&&event.preventDefault()}},[loop,trapped,focusScope.paused]);
return(0,import_jsx_runtime.jsx)(Primitive.div,{tabIndex:-1,...scopeProps,ref:composedRefs,onKeyDown:handleKeyDown})},`FocusScope`)),FocusScopeBranchContext=import_react.createContext(null);
function FocusScopeBranchProvider({registry,children}){
return registry?(0,import_jsx_runtime.jsx)(FocusScopeBranchContext.Provider,{value:registry,children}):children}
__name$11(FocusScopeBranchProvider,`FocusScopeBranchProvider`);
function useFocusScopeBranchRegistry(){
let[nodes,setNodes]=import_react.useState([]);
return{nodes,registry:import_react.useMemo(()=>({add:__name$11(node=>setNodes(prev=>prev.includes(node)?prev:[...prev,node]),`add`),remove:__name$11(node=>setNodes(prev=>prev.filter(current=>current!==node)),`remove`)}),[])}}
__name$11(useFocusScopeBranchRegistry,`useFocusScopeBranchRegistry`);
function useFocusScopeBranch(node){
let registry=import_react.useContext(FocusScopeBranchContext);
import_react.useEffect(()=>{
if(node&&registry)return registry.add(node),()=>registry.remove(node)},[node,registry])}
__name$11(useFocusScopeBranch,`useFocusScopeBranch`);
function focusFirst$2(candidates,{select=!1}={}){
let previouslyFocusedElement=document.activeElement;
for(let candidate of candidates)if(focus(candidate,{select}),document.activeElement!==previouslyFocusedElement)return}
__name$11(focusFirst$2,`focusFirst`);
function getTabbableEdges(container){
let candidates=getTabbableCandidates(container);
return[findVisible(candidates,container),findVisible(candidates.reverse(),container)]}
__name$11(getTabbableEdges,`getTabbableEdges`);
function getTabbableCandidates(container){
let nodes=[],walker=container.ownerDocument.createTreeWalker(container,NodeFilter.SHOW_ELEMENT,{acceptNode:__name$11(node=>{
let isHiddenInput=node.tagName===`INPUT`&&node.type===`hidden`;
return node.disabled||node.hidden||isHiddenInput?NodeFilter.FILTER_SKIP:node.tabIndex>=0?NodeFilter.FILTER_ACCEPT:NodeFilter.FILTER_SKIP},`acceptNode`)});
for(;walker.nextNode();)nodes.push(walker.currentNode);
return nodes}
__name$11(getTabbableCandidates,`getTabbableCandidates`);
function findVisible(elements,container){
let canUseCheckVisibility=typeof container.checkVisibility==`function`&&container.checkVisibility({checkVisibilityCSS:!0});
for(let element of elements)if(!(canUseCheckVisibility?!element.checkVisibility({checkVisibilityCSS:!0}):isHidden(element,{upTo:container})))return element}
__name$11(findVisible,`findVisible`);
function isHidden(node,{upTo}){
if(getComputedStyle(node).visibility===`hidden`)return!0;
for(;node;){
if(upTo!==void 0&&node===upTo)return!1;
if(getComputedStyle(node).display===`none`)return!0;
node=node.parentElement}
return!1}
__name$11(isHidden,`isHidden`);
function isSelectableInput(element){
return element.tagName===`INPUT`&&typeof element.select==`function`}
__name$11(isSelectableInput,`isSelectableInput`);
function focus(element,{select=!1}={}){
if(element&&element.focus){
let previouslyFocusedElement=(element.ownerDocument??document).activeElement;
element.focus({preventScroll:!0}),element!==previouslyFocusedElement&&isSelectableInput(element)&&select&&element.select()}}
__name$11(focus,`focus`);
var focusScopesStack=createFocusScopesStack();
function createFocusScopesStack(){
let stack=[];
return{add(focusScope){
let activeFocusScope=stack[0];
focusScope!==activeFocusScope&&activeFocusScope?.pause(),stack=arrayRemove(stack,focusScope),stack.unshift(focusScope)},remove(focusScope){
stack=arrayRemove(stack,focusScope),stack[0]?.resume()}}}
__name$11(createFocusScopesStack,`createFocusScopesStack`);
function arrayRemove(array,item){
let updatedArray=[...array],index=updatedArray.indexOf(item);
return index!==-1&&updatedArray.splice(index,1),updatedArray}
__name$11(arrayRemove,`arrayRemove`);
function removeLinks(items){
return items.filter(item=>item.tagName!==`A`)}
__name$11(removeLinks,`removeLinks`);
var __defProp$10=Object.defineProperty,Portal=import_react.forwardRef(((target,value)=>__defProp$10(target,`name`,{value,configurable:!0}))(function(props,forwardedRef){
let{container:containerProp,...portalProps}=props,[mounted,setMounted]=import_react.useState(!1);
useLayoutEffect2(()=>setMounted(!0),[]);
let container=containerProp||mounted&&globalThis?.document?.body;
return container?import_react_dom.createPortal((0,import_jsx_runtime.jsx)(Primitive.div,{...portalProps,ref:forwardedRef}),container):null},`Portal`)),__defProp$9=Object.defineProperty,__name$9=(target,value)=>__defProp$9(target,`name`,{value,configurable:!0}),count=0,guards=null;
function FocusGuards(props){
return useFocusGuards(),props.children}
__name$9(FocusGuards,`FocusGuards`);
function useFocusGuards(){
import_react.useEffect(()=>{
guards||={start:createFocusGuard(),end:createFocusGuard()};
let{start,end}=guards;
return document.body.firstElementChild!==start&&document.body.insertAdjacentElement(`afterbegin`,start),document.body.lastElementChild!==end&&document.body.insertAdjacentElement(`beforeend`,end),count++,()=>{
count===1&&(guards?.start.remove(),guards?.end.remove(),guards=null),count=Math.max(0,count-1)}},[])}
__name$9(useFocusGuards,`useFocusGuards`);
function createFocusGuard(){
let element=document.createElement(`span`);
return element.setAttribute(`data-radix-focus-guard`,``),element.tabIndex=0,element.style.outline=`none`,element.style.opacity=`0`,element.style.position=`fixed`,element.style.pointerEvents=`none`,element}
__name$9(createFocusGuard,`createFocusGuard`);
var __assign=function(){
return __assign=Object.assign||function(t){
for(var s,i=1,n=arguments.length;i<n;i++)for(var p in s=arguments[i],s)Object.prototype.hasOwnProperty.call(s,p)&&(t[p]=s[p]);
return t},__assign.apply(this,arguments)};
function __rest(s,e){
var t={};
for(var p in s)Object.prototype.hasOwnProperty.call(s,p)&&e.indexOf(p)<0&&(t[p]=s[p]);
if(s!=null&&typeof Object.getOwnPropertySymbols==`function`)for(var i=0,p=Object.getOwnPropertySymbols(s);i<p.length;i++)e.indexOf(p[i])<0&&Object.prototype.propertyIsEnumerable.call(s,p[i])&&(t[p[i]]=s[p[i]]);
return t}
function __spreadArray(to,from,pack){
if(pack||arguments.length===2)for(var i=0,l=from.length,ar;i<l;i++)(ar||!(i in from))&&(ar||=Array.prototype.slice.call(from,0,i),ar[i]=from[i]);
return to.concat(ar||Array.prototype.slice.call(from))}
var zeroRightClassName=`right-scroll-bar-position`,fullWidthClassName=`width-before-scroll-bar`,noScrollbarsClassName=`with-scroll-bars-hidden`,removedBarSizeVariable=`--removed-body-scroll-bar-size`;
function assignRef(ref,value){
return typeof ref==`function`?ref(value):ref&&(ref.current=value),ref}
function useCallbackRef(initialValue,callback){
var ref=(0,import_react.useState)(function(){
return{value:initialValue,callback,facade:{get current(){
return ref.value},set current(value){
var last=ref.value;
last!==value&&(ref.value=value,ref.callback(value,last))}}}})[0];
return ref.callback=callback,ref.facade}
var useIsomorphicLayoutEffect=typeof window<`u`?import_react.useLayoutEffect:import_react.useEffect,currentValues=new WeakMap;
function useMergeRefs(refs,defaultValue){
var callbackRef=useCallbackRef(defaultValue||null,function(newValue){
return refs.forEach(function(ref){
return assignRef(ref,newValue)})});
return useIsomorphicLayoutEffect(function(){
var oldValue=currentValues.get(callbackRef);
if(oldValue){
var prevRefs_1=new Set(oldValue),nextRefs_1=new Set(refs),current_1=callbackRef.current;
prevRefs_1.forEach(function(ref){
nextRefs_1.has(ref)||assignRef(ref,null)}),nextRefs_1.forEach(function(ref){
prevRefs_1.has(ref)||assignRef(ref,current_1)})}
currentValues.set(callbackRef,refs)},[refs]),callbackRef}
function ItoI(a){
return a}
function innerCreateMedium(defaults,middleware){
middleware===void 0&&(middleware=ItoI);
var buffer=[],assigned=!1;
return{read:function(){
if(assigned)throw Error("Sidecar: could not `read` from an `assigned` medium. `read` could be used only with `useMedium`.");
return buffer.length?buffer[buffer.length-1]:defaults},useMedium:function(data){
var item=middleware(data,assigned);
return buffer.push(item),function(){
buffer=buffer.filter(function(x){
return x!==item})}},assignSyncMedium:function(cb){
for(assigned=!0;buffer.length;){
var cbs=buffer;
buffer=[],cbs.forEach(cb)}
buffer={push:function(x){
return cb(x)},filter:function(){
return buffer}}},assignMedium:function(cb){
assigned=!0;
var pendingQueue=[];
if(buffer.length){
var cbs=buffer;
buffer=[],cbs.forEach(cb),pendingQueue=buffer}
var executeQueue=function(){
var cbs=pendingQueue;
pendingQueue=[],cbs.forEach(cb)},cycle=function(){
return Promise.resolve().then(executeQueue)};
cycle(),buffer={push:function(x){
pendingQueue.push(x),cycle()},filter:function(filter){
return pendingQueue=pendingQueue.filter(filter),buffer}}}}}
function createSidecarMedium(options){
options===void 0&&(options={});
var medium=innerCreateMedium(null);
return medium.options=__assign({async:!0,ssr:!1},options),medium}
var SideCar=function(_a){
var sideCar=_a.sideCar,rest=__rest(_a,[`sideCar`]);
if(!sideCar)throw Error("Sidecar: please provide `sideCar` property to import the right car");
var Target=sideCar.read();
if(!Target)throw Error(`Sidecar medium not found`);
return import_react.createElement(Target,__assign({},rest))};
SideCar.isSideCarExport=!0;
function exportSidecar(medium,exported){
return medium.useMedium(exported),SideCar}
var effectCar=createSidecarMedium(),nothing=function(){},RemoveScroll=import_react.forwardRef(function(props,parentRef){
var ref=import_react.useRef(null),_a=import_react.useState({onScrollCapture:nothing,onWheelCapture:nothing,onTouchMoveCapture:nothing}),callbacks=_a[0],setCallbacks=_a[1],forwardProps=props.forwardProps,children=props.children,className=props.className,removeScrollBar=props.removeScrollBar,enabled=props.enabled,shards=props.shards,sideCar=props.sideCar,noRelative=props.noRelative,noIsolation=props.noIsolation,inert=props.inert,allowPinchZoom=props.allowPinchZoom,_b=props.as,Container=_b===void 0?`div`:_b,gapMode=props.gapMode,rest=__rest(props,[`forwardProps`,`children`,`className`,`removeScrollBar`,`enabled`,`shards`,`sideCar`,`noRelative`,`noIsolation`,`inert`,`allowPinchZoom`,`as`,`gapMode`]),SideCar=sideCar,containerRef=useMergeRefs([ref,parentRef]),containerProps=__assign(__assign({},rest),callbacks);
return import_react.createElement(import_react.Fragment,null,enabled&&import_react.createElement(SideCar,{sideCar:effectCar,removeScrollBar,shards,noRelative,noIsolation,inert,setCallbacks,allowPinchZoom:!!allowPinchZoom,lockRef:ref,gapMode}),forwardProps?import_react.cloneElement(import_react.Children.only(children),__assign(__assign({},containerProps),{ref:containerRef})):import_react.createElement(Container,__assign({},containerProps,{className,ref:containerRef}),children))});
RemoveScroll.defaultProps={enabled:!0,removeScrollBar:!0,inert:!1},RemoveScroll.classNames={fullWidth:fullWidthClassName,zeroRight:zeroRightClassName};
var getNonce=function(){
if(typeof __webpack_nonce__<`u`)return __webpack_nonce__};
function makeStyleTag(){
if(!document)return null;
var tag=document.createElement(`style`);
tag.type=`text/css`;
var nonce=getNonce();
return nonce&&tag.setAttribute(`nonce`,nonce),tag}
function injectStyles(tag,css){
tag.styleSheet?tag.styleSheet.cssText=css:tag.appendChild(document.createTextNode(css))}
function insertStyleTag(tag){
(document.head||document.getElementsByTagName(`head`)[0]).appendChild(tag)}
var stylesheetSingleton=function(){
var counter=0,stylesheet=null;
return{add:function(style){
counter==0&&(stylesheet=makeStyleTag())&&(injectStyles(stylesheet,style),insertStyleTag(stylesheet)),counter++},remove:function(){
counter--,!counter&&stylesheet&&(stylesheet.parentNode&&stylesheet.parentNode.removeChild(stylesheet),stylesheet=null)}}},styleHookSingleton=function(){
var sheet=stylesheetSingleton();
return function(styles,isDynamic){
import_react.useEffect(function(){
return sheet.add(styles),function(){
sheet.remove()}},[styles&&isDynamic])}},styleSingleton=function(){
var useStyle=styleHookSingleton();
return function(_a){
var styles=_a.styles,dynamic=_a.dynamic;
return useStyle(styles,dynamic),null}},zeroGap={left:0,top:0,right:0,gap:0},parse=function(x){
return parseInt(x||``,10)||0},getOffset=function(gapMode){
var cs=window.getComputedStyle(document.body),left=cs[gapMode===`padding`?`paddingLeft`:`marginLeft`],top=cs[gapMode===`padding`?`paddingTop`:`marginTop`],right=cs[gapMode===`padding`?`paddingRight`:`marginRight`];
return[parse(left),parse(top),parse(right)]},getGapWidth=function(gapMode){
if(gapMode===void 0&&(gapMode=`margin`),typeof window>`u`)return zeroGap;
var offsets=getOffset(gapMode),documentWidth=document.documentElement.clientWidth,windowWidth=window.innerWidth;
return{left:offsets[0],top:offsets[1],right:offsets[2],gap:Math.max(0,windowWidth-documentWidth+offsets[2]-offsets[0])}},Style=styleSingleton(),lockAttribute=`data-scroll-locked`,getStyles=function(_a,allowRelative,gapMode,important){
var left=_a.left,top=_a.top,right=_a.right,gap=_a.gap;
return gapMode===void 0&&(gapMode=`margin`),`
  .${noScrollbarsClassName} {
   overflow: hidden ${important};
   padding-right: ${gap}px ${important};
  }
  body[${lockAttribute}] {
    overflow: hidden ${important};
    overscroll-behavior: contain;
    ${[allowRelative&&`position: relative ${important};`,gapMode===`margin`&&`
    padding-left: ${left}px;
    padding-top: ${top}px;
    padding-right: ${right}px;
    margin-left:0;
    margin-top:0;
    margin-right: ${gap}px ${important};
    `,gapMode===`padding`&&`padding-right: ${gap}px ${important};`].filter(Boolean).join(``)}
  }
  
  .${zeroRightClassName} {
    right: ${gap}px ${important};
  }
  
  .${fullWidthClassName} {
    margin-right: ${gap}px ${important};
  }
  
  .${zeroRightClassName} .${zeroRightClassName} {
    right: 0 ${important};
  }
  
  .${fullWidthClassName} .${fullWidthClassName} {
    margin-right: 0 ${important};
  }
  
  body[${lockAttribute}] {
    ${removedBarSizeVariable}: ${gap}px;
  }
`},getCurrentUseCounter=function(){
var counter=parseInt(document.body.getAttribute(`data-scroll-locked`)||`0`,10);
return isFinite(counter)?counter:0},useLockAttribute=function(){
import_react.useEffect(function(){
return document.body.setAttribute(lockAttribute,(getCurrentUseCounter()+1).toString()),function(){
var newCounter=getCurrentUseCounter()-1;
newCounter<=0?document.body.removeAttribute(lockAttribute):document.body.setAttribute(lockAttribute,newCounter.toString())}},[])},RemoveScrollBar=function(_a){
var noRelative=_a.noRelative,noImportant=_a.noImportant,_b=_a.gapMode,gapMode=_b===void 0?`margin`:_b;
useLockAttribute();
var gap=import_react.useMemo(function(){
return getGapWidth(gapMode)},[gapMode]);
return import_react.createElement(Style,{styles:getStyles(gap,!noRelative,gapMode,noImportant?``:`!important`)})},passiveSupported=!1;
if(typeof window<`u`)try{
var options=Object.defineProperty({},"passive",{get:function(){
return passiveSupported=!0,!0}});
window.addEventListener(`test`,options,options),window.removeEventListener(`test`,options,options)}catch{
passiveSupported=!1}
var nonPassive=passiveSupported?{passive:!1}:!1,alwaysContainsScroll=function(node){
return node.tagName===`TEXTAREA`},elementCanBeScrolled=function(node,overflow){
if(!(node instanceof Element))return!1;
var styles=window.getComputedStyle(node);
return styles[overflow]!==`hidden`&&!(styles.overflowY===styles.overflowX&&!alwaysContainsScroll(node)&&styles[overflow]===`visible`)},elementCouldBeVScrolled=function(node){
return elementCanBeScrolled(node,`overflowY`)},elementCouldBeHScrolled=function(node){
return elementCanBeScrolled(node,`overflowX`)},locationCouldBeScrolled=function(axis,node){
var ownerDocument=node.ownerDocument,current=node;
do{
if(typeof ShadowRoot<`u`&&current instanceof ShadowRoot&&(current=current.host),elementCouldBeScrolled(axis,current)){
var _a=getScrollVariables(axis,current);
if(_a[1]>_a[2])return!0}
current=current.parentNode}while(current&&current!==ownerDocument.body);
return!1},getVScrollVariables=function(_a){
return[_a.scrollTop,_a.scrollHeight,_a.clientHeight]},getHScrollVariables=function(_a){
return[_a.scrollLeft,_a.scrollWidth,_a.clientWidth]},elementCouldBeScrolled=function(axis,node){
return axis===`v`?elementCouldBeVScrolled(node):elementCouldBeHScrolled(node)},getScrollVariables=function(axis,node){
return axis===`v`?getVScrollVariables(node):getHScrollVariables(node)},getDirectionFactor=function(axis,direction){
return axis===`h`&&direction===`rtl`?-1:1},handleScroll=function(axis,endTarget,event,sourceDelta,noOverscroll){
var directionFactor=getDirectionFactor(axis,window.getComputedStyle(endTarget).direction),delta=directionFactor*sourceDelta,target=event.target,targetInLock=endTarget.contains(target),shouldCancelScroll=!1,isDeltaPositive=delta>0,availableScroll=0,availableScrollTop=0;
do{
if(!target)break;
var _a=getScrollVariables(axis,target),position=_a[0],elementScroll=_a[1]-_a[2]-directionFactor*position;
(position||elementScroll)&&elementCouldBeScrolled(axis,target)&&(availableScroll+=elementScroll,availableScrollTop+=position);
var parent_1=target.parentNode;
target=parent_1&&parent_1.nodeType===Node.DOCUMENT_FRAGMENT_NODE?parent_1.host:parent_1}while(!targetInLock&&target!==document.body||targetInLock&&(endTarget.contains(target)||endTarget===target));
return(isDeltaPositive&&(noOverscroll&&Math.abs(availableScroll)<1||!noOverscroll&&delta>availableScroll)||!isDeltaPositive&&(noOverscroll&&Math.abs(availableScrollTop)<1||!noOverscroll&&-delta>availableScrollTop))&&(shouldCancelScroll=!0),shouldCancelScroll},getTouchXY=function(event){
return`changedTouches`in event?[event.changedTouches[0].clientX,event.changedTouches[0].clientY]:[0,0]},getDeltaXY=function(event){
return[event.deltaX,event.deltaY]},extractRef=function(ref){
return ref&&`current`in ref?ref.current:ref},deltaCompare=function(x,y){
return x[0]===y[0]&&x[1]===y[1]},generateStyle=function(id){
return`
  .block-interactivity-${id} {pointer-events: none;}
  .allow-interactivity-${id} {pointer-events: all;}
`},idCounter=0,lockStack=[];
function RemoveScrollSideCar(props){
var shouldPreventQueue=import_react.useRef([]),touchStartRef=import_react.useRef([0,0]),activeAxis=import_react.useRef(),id=import_react.useState(idCounter++)[0],Style=import_react.useState(styleSingleton)[0],lastProps=import_react.useRef(props);
import_react.useEffect(function(){
lastProps.current=props},[props]),import_react.useEffect(function(){
if(props.inert){
document.body.classList.add(`block-interactivity-${id}`);
var allow_1=__spreadArray([props.lockRef.current],(props.shards||[]).map(extractRef),!0).filter(Boolean);
return allow_1.forEach(function(el){
return el.classList.add(`allow-interactivity-${id}`)}),function(){
document.body.classList.remove(`block-interactivity-${id}`),allow_1.forEach(function(el){
return el.classList.remove(`allow-interactivity-${id}`)})}}},[props.inert,props.lockRef.current,props.shards]);
var shouldCancelEvent=import_react.useCallback(function(event,parent){
if(`touches`in event&&event.touches.length===2||event.type===`wheel`&&event.ctrlKey)return!lastProps.current.allowPinchZoom;
var touch=getTouchXY(event),touchStart=touchStartRef.current,deltaX=`deltaX`in event?event.deltaX:touchStart[0]-touch[0],deltaY=`deltaY`in event?event.deltaY:touchStart[1]-touch[1],currentAxis,target=event.target,moveDirection=Math.abs(deltaX)>Math.abs(deltaY)?`h`:`v`;
if(`touches`in event&&moveDirection===`h`&&target.type===`range`)return!1;
var selection=window.getSelection(),anchorNode=selection&&selection.anchorNode;
if(anchorNode&&(anchorNode===target||anchorNode.contains(target)))return!1;
var canBeScrolledInMainDirection=locationCouldBeScrolled(moveDirection,target);
if(!canBeScrolledInMainDirection)return!0;
if(canBeScrolledInMainDirection?currentAxis=moveDirection:(currentAxis=moveDirection===`v`?`h`:`v`,canBeScrolledInMainDirection=locationCouldBeScrolled(moveDirection,target)),!canBeScrolledInMainDirection)return!1;
if(!activeAxis.current&&`changedTouches`in event&&(deltaX||deltaY)&&(activeAxis.current=currentAxis),!currentAxis)return!0;
var cancelingAxis=activeAxis.current||currentAxis;
return handleScroll(cancelingAxis,parent,event,cancelingAxis===`h`?deltaX:deltaY,!0)},[]),shouldPrevent=import_react.useCallback(function(_event){
var event=_event;
if(lockStack.length&&lockStack[lockStack.length-1]===Style){
var delta=`deltaY`in event?getDeltaXY(event):getTouchXY(event),sourceEvent=shouldPreventQueue.current.filter(function(e){
return e.name===event.type&&(e.target===event.target||event.target===e.shadowParent)&&deltaCompare(e.delta,delta)})[0];
if(sourceEvent&&sourceEvent.should)event.cancelable&&event.preventDefault();else if(!sourceEvent){
var shardNodes=(lastProps.current.shards||[]).map(extractRef).filter(Boolean).filter(function(node){
return node.contains(event.target)});
(shardNodes.length>0?shouldCancelEvent(event,shardNodes[0]):!lastProps.current.noIsolation)&&event.cancelable&&event.preventDefault()}}},[]),shouldCancel=import_react.useCallback(function(name,delta,target,should){
var event={name,delta,target,should,shadowParent:getOutermostShadowParent(target)};
shouldPreventQueue.current.push(event),setTimeout(function(){
shouldPreventQueue.current=shouldPreventQueue.current.filter(function(e){
return e!==event})},1)},[]),scrollTouchStart=import_react.useCallback(function(event){
touchStartRef.current=getTouchXY(event),activeAxis.current=void 0},[]),scrollWheel=import_react.useCallback(function(event){
shouldCancel(event.type,getDeltaXY(event),event.target,shouldCancelEvent(event,props.lockRef.current))},[]),scrollTouchMove=import_react.useCallback(function(event){
shouldCancel(event.type,getTouchXY(event),event.target,shouldCancelEvent(event,props.lockRef.current))},[]);
import_react.useEffect(function(){
return lockStack.push(Style),props.setCallbacks({onScrollCapture:scrollWheel,onWheelCapture:scrollWheel,onTouchMoveCapture:scrollTouchMove}),document.addEventListener(`wheel`,shouldPrevent,nonPassive),document.addEventListener(`touchmove`,shouldPrevent,nonPassive),document.addEventListener(`touchstart`,scrollTouchStart,nonPassive),function(){
lockStack=lockStack.filter(function(inst){
return inst!==Style}),document.removeEventListener(`wheel`,shouldPrevent,nonPassive),document.removeEventListener(`touchmove`,shouldPrevent,nonPassive),document.removeEventListener(`touchstart`,scrollTouchStart,nonPassive)}},[]);
var removeScrollBar=props.removeScrollBar,inert=props.inert;
return import_react.createElement(import_react.Fragment,null,inert?import_react.createElement(Style,{styles:generateStyle(id)}):null,removeScrollBar?import_react.createElement(RemoveScrollBar,{noRelative:props.noRelative,gapMode:props.gapMode}):null)}
function getOutermostShadowParent(node){
for(var shadowParent=null;node!==null;)node instanceof ShadowRoot&&(shadowParent=node.host,node=node.host),node=node.parentNode;
return shadowParent}
var sidecar_default=exportSidecar(effectCar,RemoveScrollSideCar),ReactRemoveScroll=import_react.forwardRef(function(props,ref){
return import_react.createElement(RemoveScroll,__assign({},props,{ref,sideCar:sidecar_default}))});
ReactRemoveScroll.classNames=RemoveScroll.classNames;
var getDefaultParent=function(originalTarget){
return typeof document>`u`?null:(Array.isArray(originalTarget)?originalTarget[0]:originalTarget).ownerDocument.body},counterMap=new WeakMap,uncontrolledNodes=new WeakMap,markerMap={},lockCount=0,unwrapHost=function(node){
return node&&(node.host||unwrapHost(node.parentNode))},correctTargets=function(parent,targets){
return targets.map(function(target){
if(parent.contains(target))return target;
var correctedTarget=unwrapHost(target);
return correctedTarget&&parent.contains(correctedTarget)?correctedTarget:(console.error(`aria-hidden`,target,`in not contained inside`,parent,`. Doing nothing`),null)}).filter(function(x){
return!!x})},applyAttributeToOthers=function(originalTarget,parentNode,markerName,controlAttribute){
var targets=correctTargets(parentNode,Array.isArray(originalTarget)?originalTarget:[originalTarget]);
markerMap[markerName]||(markerMap[markerName]=new WeakMap);
var markerCounter=markerMap[markerName],hiddenNodes=[],elementsToKeep=new Set,elementsToStop=new Set(targets),keep=function(el){
el&&!elementsToKeep.has(el)&&(elementsToKeep.add(el),keep(el.parentNode))};
targets.forEach(keep);
var deep=function(parent){
parent&&!elementsToStop.has(parent)&&Array.prototype.forEach.call(parent.children,function(node){
if(elementsToKeep.has(node))deep(node);else try{
var attr=node.getAttribute(controlAttribute),alreadyHidden=attr!==null&&attr!==`false`,counterValue=(counterMap.get(node)||0)+1,markerValue=(markerCounter.get(node)||0)+1;
counterMap.set(node,counterValue),markerCounter.set(node,markerValue),hiddenNodes.push(node),counterValue===1&&alreadyHidden&&uncontrolledNodes.set(node,!0),markerValue===1&&node.setAttribute(markerName,`true`),alreadyHidden||node.setAttribute(controlAttribute,`true`)}catch(e){
console.error(`aria-hidden: cannot operate on `,node,e)}})};
return deep(parentNode),elementsToKeep.clear(),lockCount++,function(){
hiddenNodes.forEach(function(node){
var counterValue=counterMap.get(node)-1,markerValue=markerCounter.get(node)-1;
counterMap.set(node,counterValue),markerCounter.set(node,markerValue),counterValue||(uncontrolledNodes.has(node)||node.removeAttribute(controlAttribute),uncontrolledNodes.delete(node)),markerValue||node.removeAttribute(markerName)}),lockCount--,lockCount||(counterMap=new WeakMap,counterMap=new WeakMap,uncontrolledNodes=new WeakMap,markerMap={})}},hideOthers=function(originalTarget,parentNode,markerName){
markerName===void 0&&(markerName=`data-aria-hidden`);
var targets=Array.from(Array.isArray(originalTarget)?originalTarget:[originalTarget]),activeParentNode=parentNode||getDefaultParent(originalTarget);
return activeParentNode?(targets.push.apply(targets,Array.from(activeParentNode.querySelectorAll(`[aria-live], script`))),applyAttributeToOthers(targets,activeParentNode,markerName,`aria-hidden`)):function(){
return null}},dist_exports$2=__exportAll({Close:()=>DialogClose,Content:()=>DialogContent,Description:()=>DialogDescription,Dialog:()=>Dialog,DialogClose:()=>DialogClose,DialogContent:()=>DialogContent,DialogDescription:()=>DialogDescription,DialogOverlay:()=>DialogOverlay,DialogPortal:()=>DialogPortal,DialogTitle:()=>DialogTitle,DialogTrigger:()=>DialogTrigger,Overlay:()=>DialogOverlay,Portal:()=>DialogPortal,Root:()=>Dialog,Title:()=>DialogTitle,Trigger:()=>DialogTrigger,WarningProvider:()=>WarningProvider,createDialogScope:()=>createDialogScope}),__defProp$8=Object.defineProperty,__name$8=(target,value)=>__defProp$8(target,`name`,{value,configurable:!0}),DIALOG_NAME=`Dialog`,[createDialogContext,createDialogScope]=createContextScope(DIALOG_NAME),[DialogProvider,useDialogContext]=createDialogContext(DIALOG_NAME),Dialog=__name$8(props=>{
let{__scopeDialog,children,open:openProp,defaultOpen,onOpenChange,modal=!0}=props,triggerRef=import_react.useRef(null),contentRef=import_react.useRef(null),{nodes:branchNodes,registry:branchRegistry}=useFocusScopeBranchRegistry(),[open,setOpen]=useControllableState({prop:openProp,defaultProp:defaultOpen??!1,onChange:onOpenChange,caller:DIALOG_NAME}),[titleCount,setTitleCount]=import_react.useState(0),[descriptionCount,setDescriptionCount]=import_react.useState(0);
return(0,import_jsx_runtime.jsx)(DialogProvider,{scope:__scopeDialog,triggerRef,contentRef,contentId:useId(),titleId:useId(),descriptionId:useId(),titlePresent:titleCount>0,descriptionPresent:descriptionCount>0,setTitleCount,setDescriptionCount,open,onOpenChange:setOpen,onOpenToggle:import_react.useCallback(()=>setOpen(prevOpen=>!prevOpen),[setOpen]),modal,branchNodes,branchRegistry,children})},`Dialog`),TRIGGER_NAME$2=`DialogTrigger`,DialogTrigger=import_react.forwardRef(__name$8(function(props,forwardedRef){
let{__scopeDialog,...triggerProps}=props,context=useDialogContext(TRIGGER_NAME$2,__scopeDialog),composedTriggerRef=useComposedRefs(forwardedRef,context.triggerRef);
return(0,import_jsx_runtime.jsx)(Primitive.button,{type:`button`,"aria-haspopup":`dialog`,"aria-expanded":context.open,"aria-controls":context.open?context.contentId:void 0,"data-state":getState$1(context.open),...triggerProps,ref:composedTriggerRef,onClick:composeEventHandlers(props.onClick,context.onOpenToggle)})},`DialogTrigger`)),PORTAL_NAME$2=`DialogPortal`,[PortalProvider$2,usePortalContext$2]=createDialogContext(PORTAL_NAME$2,{forceMount:void 0}),DialogPortal=__name$8(props=>{
let{__scopeDialog,forceMount,children,container}=props,context=useDialogContext(PORTAL_NAME$2,__scopeDialog);
return(0,import_jsx_runtime.jsx)(PortalProvider$2,{scope:__scopeDialog,forceMount,children:import_react.Children.map(children,child=>(0,import_jsx_runtime.jsx)(Presence,{present:forceMount||context.open,children:(0,import_jsx_runtime.jsx)(Portal,{asChild:!0,container,children:child})}))})},`DialogPortal`),OVERLAY_NAME=`DialogOverlay`,DialogOverlay=import_react.forwardRef(__name$8(function(props,forwardedRef){
let portalContext=usePortalContext$2(OVERLAY_NAME,props.__scopeDialog),{forceMount=portalContext.forceMount,...overlayProps}=props,context=useDialogContext(OVERLAY_NAME,props.__scopeDialog);
return context.modal?(0,import_jsx_runtime.jsx)(Presence,{present:forceMount||context.open,children:(0,import_jsx_runtime.jsx)(DialogOverlayImpl,{...overlayProps,ref:forwardedRef})}):null},`DialogOverlay`)),Slot$2=createSlot(`DialogOverlay.RemoveScroll`),DialogOverlayImpl=import_react.forwardRef(__name$8(function(props,forwardedRef){
let{__scopeDialog,...overlayProps}=props,context=useDialogContext(OVERLAY_NAME,__scopeDialog),composedRefs=useComposedRefs(forwardedRef,useDismissableLayerSurface());
return(0,import_jsx_runtime.jsx)(ReactRemoveScroll,{as:Slot$2,allowPinchZoom:!0,shards:import_react.useMemo(()=>[context.contentRef,...context.branchNodes.map(node=>({current:node}))],[context.contentRef,context.branchNodes]),children:(0,import_jsx_runtime.jsx)(Primitive.div,{"data-state":getState$1(context.open),...overlayProps,ref:composedRefs,style:{pointerEvents:`auto`,...overlayProps.style}})})},`DialogOverlayImpl`)),CONTENT_NAME$4=`DialogContent`,DialogContent=import_react.forwardRef(__name$8(function(props,forwardedRef){
let portalContext=usePortalContext$2(CONTENT_NAME$4,props.__scopeDialog),{forceMount=portalContext.forceMount,...contentProps}=props,context=useDialogContext(CONTENT_NAME$4,props.__scopeDialog);
return(0,import_jsx_runtime.jsx)(Presence,{present:forceMount||context.open,children:context.modal?(0,import_jsx_runtime.jsx)(DialogContentModal,{...contentProps,ref:forwardedRef}):(0,import_jsx_runtime.jsx)(DialogContentNonModal,{...contentProps,ref:forwardedRef})})},`DialogContent`)),DialogContentModal=import_react.forwardRef(__name$8(function(props,forwardedRef){
let context=useDialogContext(CONTENT_NAME$4,props.__scopeDialog),contentRef=import_react.useRef(null),composedRefs=useComposedRefs(forwardedRef,context.contentRef,contentRef);
return import_react.useEffect(()=>{
let content=contentRef.current;
if(content)return hideOthers(content)},[]),(0,import_jsx_runtime.jsx)(DialogContentImpl,{...props,ref:composedRefs,trapFocus:context.open,disableOutsidePointerEvents:context.open,onCloseAutoFocus:composeEventHandlers(props.onCloseAutoFocus,event=>{
event.preventDefault(),context.triggerRef.current?.focus()}),onPointerDownOutside:composeEventHandlers(props.onPointerDownOutside,event=>{
let originalEvent=event.detail.originalEvent,ctrlLeftClick=originalEvent.button===0&&originalEvent.ctrlKey===!0;
(originalEvent.button===2||ctrlLeftClick)&&event.preventDefault()}),onFocusOutside:composeEventHandlers(props.onFocusOutside,event=>event.preventDefault())})},`DialogContentModal`)),DialogContentNonModal=import_react.forwardRef(__name$8(function(props,forwardedRef){
let context=useDialogContext(CONTENT_NAME$4,props.__scopeDialog),hasInteractedOutsideRef=import_react.useRef(!1),hasPointerDownOutsideRef=import_react.useRef(!1);
return(0,import_jsx_runtime.jsx)(DialogContentImpl,{...props,ref:forwardedRef,trapFocus:!1,disableOutsidePointerEvents:!1,onCloseAutoFocus:event=>{
props.onCloseAutoFocus?.(event),event.defaultPrevented||(hasInteractedOutsideRef.current||context.triggerRef.current?.focus(),event.preventDefault()),hasInteractedOutsideRef.current=!1,hasPointerDownOutsideRef.current=!1},onInteractOutside:event=>{
props.onInteractOutside?.(event),event.defaultPrevented||(hasInteractedOutsideRef.current=!0,event.detail.originalEvent.type===`pointerdown`&&(hasPointerDownOutsideRef.current=!0));
let target=event.target;
context.triggerRef.current?.contains(target)&&event.preventDefault(),event.detail.originalEvent.type===`focusin`&&hasPointerDownOutsideRef.current&&event.preventDefault()}})},`DialogContentNonModal`)),DialogContentImpl=import_react.forwardRef(__name$8(function(props,forwardedRef){
let{__scopeDialog,trapFocus,onOpenAutoFocus,onCloseAutoFocus,"aria-describedby":ariaDescribedby,children,...contentProps}=props,context=useDialogContext(CONTENT_NAME$4,__scopeDialog);
return useFocusGuards(),(0,import_jsx_runtime.jsx)(FocusScopeBranchProvider,{registry:context.branchRegistry,children:(0,import_jsx_runtime.jsx)(FocusScope,{asChild:!0,loop:!0,trapped:trapFocus,branches:context.branchNodes,onMountAutoFocus:onOpenAutoFocus,onUnmountAutoFocus:onCloseAutoFocus,children:(0,import_jsx_runtime.jsx)(DismissableLayer,{role:`dialog`,id:context.contentId,"aria-labelledby":context.titlePresent?context.titleId:void 0,"aria-describedby":context.descriptionPresent?concatAriaDescribedby$1(ariaDescribedby,context.descriptionId):ariaDescribedby,"data-state":getState$1(context.open),...contentProps,ref:forwardedRef,deferPointerDownOutside:!0,onDismiss:()=>context.onOpenChange(!1),children})})})},`DialogContentImpl`)),DialogTitle=import_react.forwardRef(__name$8(function(props,forwardedRef){
let{__scopeDialog,...titleProps}=props,context=useDialogContext(`DialogTitle`,__scopeDialog),{setTitleCount}=context;
return useLayoutEffect2(()=>(setTitleCount(count=>count+1),()=>setTitleCount(count=>count-1)),[setTitleCount]),(0,import_jsx_runtime.jsx)(Primitive.h2,{id:context.titleId,...titleProps,ref:forwardedRef})},`DialogTitle`)),DialogDescription=import_react.forwardRef(__name$8(function(props,forwardedRef){
let{__scopeDialog,...descriptionProps}=props,context=useDialogContext(`DialogDescription`,__scopeDialog),{setDescriptionCount}=context;
return useLayoutEffect2(()=>(setDescriptionCount(count=>count+1),()=>setDescriptionCount(count=>count-1)),[setDescriptionCount]),(0,import_jsx_runtime.jsx)(Primitive.p,{id:context.descriptionId,...descriptionProps,ref:forwardedRef})},`DialogDescription`)),CLOSE_NAME$1=`DialogClose`,DialogClose=import_react.forwardRef(__name$8(function(props,forwardedRef){
let{__scopeDialog,...closeProps}=props,context=useDialogContext(CLOSE_NAME$1,__scopeDialog);
return(0,import_jsx_runtime.jsx)(Primitive.button,{type:`button`,...closeProps,ref:forwardedRef,onClick:composeEventHandlers(props.onClick,()=>context.onOpenChange(!1))})},`DialogClose`)),WarningProvider=__name$8(props=>props.children,`WarningProvider`);
function concatAriaDescribedby$1(...values){
let ids=new Set;
for(let value of values)if(typeof value==`string`)for(let id of String(value).trim().split(/\s+/))id&&ids.add(id);
return ids.size>0?Array.from(ids).join(` `):void 0}
__name$8(concatAriaDescribedby$1,`concatAriaDescribedby`);
function getState$1(open){
return open?`open`:`closed`}
__name$8(getState$1,`getState`);
var __defProp$7=Object.defineProperty,__name$7=(target,value)=>__defProp$7(target,`name`,{value,configurable:!0});
function useSize(element){
let[size,setSize]=import_react.useState(void 0);
return useLayoutEffect2(()=>{
if(element){
setSize({width:element.offsetWidth,height:element.offsetHeight});
let rAF=0,resizeObserver=new ResizeObserver(entries=>{
if(!Array.isArray(entries)||!entries.length)return;
let entry=entries[0];
window.cancelAnimationFrame(rAF),rAF=window.requestAnimationFrame(()=>{
let width,height;
if(`borderBoxSize`in entry){
let borderSizeEntry=entry.borderBoxSize,borderSize=Array.isArray(borderSizeEntry)?borderSizeEntry[0]:borderSizeEntry;
width=borderSize.inlineSize,height=borderSize.blockSize}else width=element.offsetWidth,height=element.offsetHeight;
setSize({width,height})})});
return resizeObserver.observe(element,{box:`border-box`}),()=>{
window.cancelAnimationFrame(rAF),resizeObserver.unobserve(element)}}
setSize(void 0)},[element]),size}
__name$7(useSize,`useSize`);
var sides=[`top`,`right`,`bottom`,`left`],min=Math.min,max=Math.max,round=Math.round,floor=Math.floor,createCoords=v=>({x:v,y:v}),oppositeSideMap={left:`right`,right:`left`,bottom:`top`,top:`bottom`};
function clamp(start,value,end){
return max(start,min(value,end))}
function evaluate(value,param){
return typeof value==`function`?value(param):value}
function getSide(placement){
return placement.split(`-`)[0]}
function getAlignment(placement){
return placement.split(`-`)[1]}
function getOppositeAxis(axis){
return axis===`x`?`y`:`x`}
function getAxisLength(axis){
return axis===`y`?`height`:`width`}
function getSideAxis(placement){
let firstChar=placement[0];
return firstChar===`t`||firstChar===`b`?`y`:`x`}
function getAlignmentAxis(placement){
return getOppositeAxis(getSideAxis(placement))}
function getAlignmentSides(placement,rects,rtl){
rtl===void 0&&(rtl=!1);
let alignment=getAlignment(placement),alignmentAxis=getAlignmentAxis(placement),length=getAxisLength(alignmentAxis),mainAlignmentSide=alignmentAxis===`x`?alignment===(rtl?`end`:`start`)?`right`:`left`:alignment===`start`?`bottom`:`top`;
return rects.reference[length]>rects.floating[length]&&(mainAlignmentSide=getOppositePlacement(mainAlignmentSide)),[mainAlignmentSide,getOppositePlacement(mainAlignmentSide)]}
function getExpandedPlacements(placement){
let oppositePlacement=getOppositePlacement(placement);
return[getOppositeAlignmentPlacement(placement),oppositePlacement,getOppositeAlignmentPlacement(oppositePlacement)]}
function getOppositeAlignmentPlacement(placement){
return placement.includes(`start`)?placement.replace(`start`,`end`):placement.replace(`end`,`start`)}
var lrPlacement=[`left`,`right`],rlPlacement=[`right`,`left`],tbPlacement=[`top`,`bottom`],btPlacement=[`bottom`,`top`];
function getSideList(side,isStart,rtl){
switch(side){
case`top`:
case`bottom`:
return rtl?isStart?rlPlacement:lrPlacement:isStart?lrPlacement:rlPlacement;
case`left`:
case`right`:
return isStart?tbPlacement:btPlacement;
default:
return[]}}
function getOppositeAxisPlacements(placement,flipAlignment,direction,rtl){
let alignment=getAlignment(placement),list=getSideList(getSide(placement),direction===`start`,rtl);
return alignment&&(list=list.map(side=>side+`-`+alignment),flipAlignment&&(list=list.concat(list.map(getOppositeAlignmentPlacement)))),list}
function getOppositePlacement(placement){
let side=getSide(placement);
return oppositeSideMap[side]+placement.slice(side.length)}
function expandPaddingObject(padding){
return{top:padding.top??0,right:padding.right??0,bottom:padding.bottom??0,left:padding.left??0}}
function getPaddingObject(padding){
return typeof padding==`number`?{top:padding,right:padding,bottom:padding,left:padding}:expandPaddingObject(padding)}
function rectToClientRect(rect){
let{x,y,width,height}=rect;
return{width,height,top:y,left:x,right:x+width,bottom:y+height,x,y}}
function computeCoordsFromPlacement(_ref,placement,rtl){
let{reference,floating}=_ref,sideAxis=getSideAxis(placement),alignmentAxis=getAlignmentAxis(placement),alignLength=getAxisLength(alignmentAxis),side=getSide(placement),isVertical=sideAxis===`y`,commonX=reference.x+reference.width/2-floating.width/2,commonY=reference.y+reference.height/2-floating.height/2,commonAlign=reference[alignLength]/2-floating[alignLength]/2,coords;
switch(side){
case`top`:
coords={x:commonX,y:reference.y-floating.height};
break;
case`bottom`:
coords={x:commonX,y:reference.y+reference.height};
break;
case`right`:
coords={x:reference.x+reference.width,y:commonY};
break;
case`left`:
coords={x:reference.x-floating.width,y:commonY};
break;
default:
coords={x:reference.x,y:reference.y}}
let alignment=getAlignment(placement);
return alignment&&(coords[alignmentAxis]+=commonAlign*(alignment===`end`?1:-1)*(rtl&&isVertical?-1:1)),coords}
async function detectOverflow(state,options){
options===void 0&&(options={});
let{x,y,platform,rects,elements,strategy}=state,{boundary=`clippingAncestors`,rootBoundary=`viewport`,elementContext=`floating`,altBoundary=!1,padding=0}=evaluate(options,state),paddingObject=getPaddingObject(padding),element=elements[altBoundary?elementContext===`floating`?`reference`:`floating`:elementContext],clippingClientRect=rectToClientRect(await platform.getClippingRect({element:await(platform.isElement==null?void 0:platform.isElement(element))??!0?element:element.contextElement||await(platform.getDocumentElement==null?void 0:platform.getDocumentElement(elements.floating)),boundary,rootBoundary,strategy})),rect=elementContext===`floating`?{x,y,width:rects.floating.width,height:rects.floating.height}:rects.reference,offsetParent=await(platform.getOffsetParent==null?void 0:platform.getOffsetParent(elements.floating)),offsetScale=await(platform.isElement==null?void 0:platform.isElement(offsetParent))&&await(platform.getScale==null?void 0:platform.getScale(offsetParent))||{x:1,y:1},elementClientRect=rectToClientRect(platform.convertOffsetParentRelativeRectToViewportRelativeRect?await platform.convertOffsetParentRelativeRectToViewportRelativeRect({elements,rect,offsetParent,strategy}):rect);
return{top:(clippingClientRect.top-elementClientRect.top+paddingObject.top)/offsetScale.y,bottom:(elementClientRect.bottom-clippingClientRect.bottom+paddingObject.bottom)/offsetScale.y,left:(clippingClientRect.left-elementClientRect.left+paddingObject.left)/offsetScale.x,right:(elementClientRect.right-clippingClientRect.right+paddingObject.right)/offsetScale.x}}
var MAX_RESET_COUNT=50,computePosition$1=async(reference,floating,config)=>{
let{placement=`bottom`,strategy=`absolute`,middleware=[],platform}=config,platformWithDetectOverflow=platform.detectOverflow?platform:{...platform,detectOverflow},rtl=await(platform.isRTL==null?void 0:platform.isRTL(floating)),rects=await platform.getElementRects({reference,floating,strategy}),{x,y}=computeCoordsFromPlacement(rects,placement,rtl),statefulPlacement=placement,resetCount=0,middlewareData={};
for(let i=0;i<middleware.length;i++){
let currentMiddleware=middleware[i];
if(!currentMiddleware)continue;
let{name,fn}=currentMiddleware,{x:nextX,y:nextY,data,reset}=await fn({x,y,initialPlacement:placement,placement:statefulPlacement,strategy,middlewareData,rects,platform:platformWithDetectOverflow,elements:{reference,floating}});
x=nextX??x,y=nextY??y,middlewareData[name]={...middlewareData[name],...data},reset&&resetCount<MAX_RESET_COUNT&&(resetCount++,typeof reset==`object`&&(reset.placement&&(statefulPlacement=reset.placement),reset.rects&&(rects=reset.rects===!0?await platform.getElementRects({reference,floating,strategy}):reset.rects),{x,y}=computeCoordsFromPlacement(rects,statefulPlacement,rtl)),i=-1)}
return{x,y,placement:statefulPlacement,strategy,middlewareData}},arrow$3=options=>({name:`arrow`,options,async fn(state){
let{x,y,placement,rects,platform,elements,middlewareData}=state,{element,padding=0}=evaluate(options,state)||{};
if(element==null)return{};
let paddingObject=getPaddingObject(padding),coords={x,y},axis=getAlignmentAxis(placement),length=getAxisLength(axis),arrowDimensions=await platform.getDimensions(element),isYAxis=axis===`y`,minProp=isYAxis?`top`:`left`,maxProp=isYAxis?`bottom`:`right`,clientProp=isYAxis?`clientHeight`:`clientWidth`,endDiff=rects.reference[length]+rects.reference[axis]-coords[axis]-rects.floating[length],startDiff=coords[axis]-rects.reference[axis],arrowOffsetParent=await(platform.getOffsetParent==null?void 0:platform.getOffsetParent(element)),clientSize=arrowOffsetParent?arrowOffsetParent[clientProp]:0;
clientSize&&await(platform.isElement==null?void 0:platform.isElement(arrowOffsetParent))||(clientSize=elements.floating[clientProp]||rects.floating[length]);
let centerToReference=endDiff/2-startDiff/2,largestPossiblePadding=clientSize/2-arrowDimensions[length]/2-1,minPadding=min(paddingObject[minProp],largestPossiblePadding),maxPadding=min(paddingObject[maxProp],largestPossiblePadding),max=clientSize-arrowDimensions[length]-maxPadding,center=clientSize/2-arrowDimensions[length]/2+centerToReference,offset=clamp(minPadding,center,max),shouldAddOffset=!middlewareData.arrow&&getAlignment(placement)!=null&&center!==offset&&rects.reference[length]/2-(center<minPadding?minPadding:maxPadding)-arrowDimensions[length]/2<0,alignmentOffset=shouldAddOffset?center<minPadding?center-minPadding:center-max:0;
return{[axis]:coords[axis]+alignmentOffset,data:{[axis]:offset,centerOffset:center-offset-alignmentOffset,...shouldAddOffset&&{alignmentOffset}},reset:shouldAddOffset}}}),flip$1=function(options){
return options===void 0&&(options={}),{name:`flip`,options,async fn(state){
var _middlewareData$arrow;
let{placement,middlewareData,rects,initialPlacement,platform,elements}=state,{mainAxis:checkMainAxis=!0,crossAxis:checkCrossAxis=!0,fallbackPlacements:specifiedFallbackPlacements,fallbackStrategy=`bestFit`,fallbackAxisSideDirection=`none`,flipAlignment=!0,...detectOverflowOptions}=evaluate(options,state);
if((_middlewareData$arrow=middlewareData.arrow)!=null&&_middlewareData$arrow.alignmentOffset)return{};
let side=getSide(placement),initialSideAxis=getSideAxis(initialPlacement),isBasePlacement=getSide(initialPlacement)===initialPlacement,rtl=await(platform.isRTL==null?void 0:platform.isRTL(elements.floating)),fallbackPlacements=specifiedFallbackPlacements||(isBasePlacement||!flipAlignment?[getOppositePlacement(initialPlacement)]:getExpandedPlacements(initialPlacement)),hasFallbackAxisSideDirection=fallbackAxisSideDirection!==`none`;
!specifiedFallbackPlacements&&hasFallbackAxisSideDirection&&fallbackPlacements.push(...getOppositeAxisPlacements(initialPlacement,flipAlignment,fallbackAxisSideDirection,rtl));
let placements=[initialPlacement,...fallbackPlacements],overflow=await platform.detectOverflow(state,detectOverflowOptions),overflows=[],overflowsData=middlewareData.flip?.overflows||[];
if(checkMainAxis&&overflows.push(overflow[side]),checkCrossAxis){
let sides=getAlignmentSides(placement,rects,rtl);
overflows.push(overflow[sides[0]],overflow[sides[1]])}
if(overflowsData=[...overflowsData,{placement,overflows}],!overflows.every(side=>side<=0)){
let nextIndex=(middlewareData.flip?.index||0)+1,nextPlacement=placements[nextIndex];
if(nextPlacement&&(checkCrossAxis!==`alignment`||initialSideAxis===getSideAxis(nextPlacement)||overflowsData.every(d=>getSideAxis(d.placement)!==initialSideAxis||d.overflows[0]>0)))return{data:{index:nextIndex,overflows:overflowsData},reset:{placement:nextPlacement}};
let resetPlacement=overflowsData.filter(d=>d.overflows[0]<=0).sort((a,b)=>a.overflows[1]-b.overflows[1])[0]?.placement;
if(!resetPlacement)switch(fallbackStrategy){
case`bestFit`:
{
let placement=overflowsData.filter(d=>{
if(hasFallbackAxisSideDirection){
let currentSideAxis=getSideAxis(d.placement);
return currentSideAxis===initialSideAxis||currentSideAxis===`y`}
return!0}).map(d=>[d.placement,d.overflows.filter(overflow=>overflow>0).reduce((acc,overflow)=>acc+overflow,0)]).sort((a,b)=>a[1]-b[1])[0]?.[0];
placement&&(resetPlacement=placement);
break}
case`initialPlacement`:
resetPlacement=initialPlacement}
if(placement!==resetPlacement)return{reset:{placement:resetPlacement}}}
return{}}}};
function getSideOffsets(overflow,rect){
return{top:overflow.top-rect.height,right:overflow.right-rect.width,bottom:overflow.bottom-rect.height,left:overflow.left-rect.width}}
function isAnySideFullyClipped(overflow){
return sides.some(side=>overflow[side]>=0)}
var hide$1=function(options){
return options===void 0&&(options={}),{name:`hide`,options,async fn(state){
let{rects,platform}=state,{strategy=`referenceHidden`,...detectOverflowOptions}=evaluate(options,state);
switch(strategy){
case`referenceHidden`:
{
let offsets=getSideOffsets(await platform.detectOverflow(state,{...detectOverflowOptions,elementContext:`reference`}),rects.reference);
return{data:{referenceHiddenOffsets:offsets,referenceHidden:isAnySideFullyClipped(offsets)}}}
case`escaped`:
{
let offsets=getSideOffsets(await platform.detectOverflow(state,{...detectOverflowOptions,altBoundary:!0}),rects.floating);
return{data:{escapedOffsets:offsets,escaped:isAnySideFullyClipped(offsets)}}}
default:
return{}}}}},originSides=new Set([`left`,`top`]);
async function convertValueToCoords(state,options){
let{placement,platform,elements}=state,rtl=await(platform.isRTL==null?void 0:platform.isRTL(elements.floating)),side=getSide(placement),alignment=getAlignment(placement),isVertical=getSideAxis(placement)===`y`,mainAxisMulti=originSides.has(side)?-1:1,crossAxisMulti=rtl&&isVertical?-1:1,rawValue=evaluate(options,state),{mainAxis,crossAxis,alignmentAxis}=typeof rawValue==`number`?{mainAxis:rawValue,crossAxis:0,alignmentAxis:null}:{mainAxis:rawValue.mainAxis||0,crossAxis:rawValue.crossAxis||0,alignmentAxis:rawValue.alignmentAxis};
return alignment&&typeof alignmentAxis==`number`&&(crossAxis=alignment===`end`?alignmentAxis*-1:alignmentAxis),isVertical?{x:crossAxis*crossAxisMulti,y:mainAxis*mainAxisMulti}:{x:mainAxis*mainAxisMulti,y:crossAxis*crossAxisMulti}}
var offset$1=function(options){
return options===void 0&&(options=0),{name:`offset`,options,async fn(state){
var _middlewareData$arrow;
let{x,y,placement,middlewareData}=state,diffCoords=await convertValueToCoords(state,options);
return placement===middlewareData.offset?.placement&&(_middlewareData$arrow=middlewareData.arrow)!=null&&_middlewareData$arrow.alignmentOffset?{}:{x:x+diffCoords.x,y:y+diffCoords.y,data:{...diffCoords,placement}}}}},shift$1=function(options){
return options===void 0&&(options={}),{name:`shift`,options,async fn(state){
let{x,y,placement,platform}=state,{mainAxis:checkMainAxis=!0,crossAxis:checkCrossAxis=!1,limiter={fn:_ref=>{
let{x,y}=_ref;
return{x,y}}},...detectOverflowOptions}=evaluate(options,state),coords={x,y},overflow=await platform.detectOverflow(state,detectOverflowOptions),crossAxis=getSideAxis(placement),mainAxis=getOppositeAxis(crossAxis),mainAxisCoord=coords[mainAxis],crossAxisCoord=coords[crossAxis],clampCoord=(axis,coord)=>clamp(coord+overflow[axis===`y`?`top`:`left`],coord,coord-overflow[axis===`y`?`bottom`:`right`]);
checkMainAxis&&(mainAxisCoord=clampCoord(mainAxis,mainAxisCoord)),checkCrossAxis&&(crossAxisCoord=clampCoord(crossAxis,crossAxisCoord));
let limitedCoords=limiter.fn({...state,[mainAxis]:mainAxisCoord,[crossAxis]:crossAxisCoord});
return{...limitedCoords,data:{x:limitedCoords.x-x,y:limitedCoords.y-y,enabled:{[mainAxis]:checkMainAxis,[crossAxis]:checkCrossAxis}}}}}},limitShift$1=function(options){
return options===void 0&&(options={}),{options,fn(state){
let{x,y,placement,rects,middlewareData}=state,{offset=0,mainAxis:checkMainAxis=!0,crossAxis:checkCrossAxis=!0}=evaluate(options,state),coords={x,y},crossAxis=getSideAxis(placement),mainAxis=getOppositeAxis(crossAxis),mainAxisCoord=coords[mainAxis],crossAxisCoord=coords[crossAxis],rawOffset=evaluate(offset,state),computedOffset=typeof rawOffset==`number`?{mainAxis:rawOffset,crossAxis:0}:{mainAxis:rawOffset.mainAxis??0,crossAxis:rawOffset.crossAxis??0};
if(checkMainAxis){
let len=mainAxis===`y`?`height`:`width`,limitMin=rects.reference[mainAxis]-rects.floating[len]+computedOffset.mainAxis,limitMax=rects.reference[mainAxis]+rects.reference[len]-computedOffset.mainAxis;
mainAxisCoord<limitMin?mainAxisCoord=limitMin:mainAxisCoord>limitMax&&(mainAxisCoord=limitMax)}
if(checkCrossAxis){
let len=mainAxis===`y`?`width`:`height`,isOriginSide=originSides.has(getSide(placement)),limitMin=rects.reference[crossAxis]-rects.floating[len]+(isOriginSide&&middlewareData.offset?.[crossAxis]||0)+(isOriginSide?0:computedOffset.crossAxis),limitMax=rects.reference[crossAxis]+rects.reference[len]+(isOriginSide?0:middlewareData.offset?.[crossAxis]||0)-(isOriginSide?computedOffset.crossAxis:0);
crossAxisCoord<limitMin?crossAxisCoord=limitMin:crossAxisCoord>limitMax&&(crossAxisCoord=limitMax)}
return{[mainAxis]:mainAxisCoord,[crossAxis]:crossAxisCoord}}}},size$1=function(options){
return options===void 0&&(options={}),{name:`size`,options,async fn(state){
let{placement,rects,platform,elements}=state,{apply=()=>{},...detectOverflowOptions}=evaluate(options,state),overflow=await platform.detectOverflow(state,detectOverflowOptions),side=getSide(placement),alignment=getAlignment(placement),isYAxis=getSideAxis(placement)===`y`,{width,height}=rects.floating,heightSide,widthSide;
side===`top`||side===`bottom`?(heightSide=side,widthSide=alignment===(await(platform.isRTL==null?void 0:platform.isRTL(elements.floating))?`start`:`end`)?`left`:`right`):(widthSide=side,heightSide=alignment===`end`?`top`:`bottom`);
let maximumClippingHeight=height-overflow.top-overflow.bottom,maximumClippingWidth=width-overflow.left-overflow.right,overflowAvailableHeight=min(height-overflow[heightSide],maximumClippingHeight),overflowAvailableWidth=min(width-overflow[widthSide],maximumClippingWidth),shiftData=state.middlewareData.shift,noShift=!shiftData,availableHeight=overflowAvailableHeight,availableWidth=overflowAvailableWidth;
shiftData!=null&&shiftData.enabled.x&&(availableWidth=maximumClippingWidth),shiftData!=null&&shiftData.enabled.y&&(availableHeight=maximumClippingHeight),noShift&&!alignment&&(isYAxis?availableWidth=width-2*max(overflow.left,overflow.right):availableHeight=height-2*max(overflow.top,overflow.bottom)),await apply({...state,availableWidth,availableHeight});
let nextDimensions=await platform.getDimensions(elements.floating);
return width!==nextDimensions.width||height!==nextDimensions.height?{reset:{rects:!0}}:{}}}};
function hasWindow(){
return typeof window<`u`}
function getNodeName(node){
return isNode(node)?(node.nodeName||``).toLowerCase():`#document`}
function getWindow(node){
var _node$ownerDocument;
return(node==null||(_node$ownerDocument=node.ownerDocument)==null?void 0:_node$ownerDocument.defaultView)||window}
function getDocumentElement(node){
return((isNode(node)?node.ownerDocument:node.document)||window.document)?.documentElement}
function isNode(value){
return hasWindow()?value instanceof Node||value instanceof getWindow(value).Node:!1}
function isElement(value){
return hasWindow()?value instanceof Element||value instanceof getWindow(value).Element:!1}
function isHTMLElement(value){
return hasWindow()?value instanceof HTMLElement||value instanceof getWindow(value).HTMLElement:!1}
function isShadowRoot(value){
return!hasWindow()||typeof ShadowRoot>`u`?!1:value instanceof ShadowRoot||value instanceof getWindow(value).ShadowRoot}
function isOverflowElement(element){
let{overflow,overflowX,overflowY,display}=getComputedStyle$1(element);
return/auto|scroll|overlay|hidden|clip/.test(overflow+overflowY+overflowX)&&display!==`inline`&&display!==`contents`}
function isTableElement(element){
return/^(table|td|th)$/.test(getNodeName(element))}
function isTopLayer(element){
try{
if(element.matches(`:popover-open`))return!0}catch{}
try{
return element.matches(`:modal`)}catch{
return!1}}
var willChangeRe=/transform|translate|scale|rotate|perspective|filter/,containRe=/paint|layout|strict|content/,isNotNone=value=>!!value&&value!==`none`,isWebKitValue;
function isContainingBlock(elementOrCss){
let css=isElement(elementOrCss)?getComputedStyle$1(elementOrCss):elementOrCss;
return isNotNone(css.transform)||isNotNone(css.translate)||isNotNone(css.scale)||isNotNone(css.rotate)||isNotNone(css.perspective)||!isWebKit()&&(isNotNone(css.backdropFilter)||isNotNone(css.filter))||willChangeRe.test(css.willChange||``)||containRe.test(css.contain||``)}
function getContainingBlock(element){
let currentNode=getParentNode(element);
for(;isHTMLElement(currentNode)&&!isLastTraversableNode(currentNode);){
if(isContainingBlock(currentNode))return currentNode;
if(isTopLayer(currentNode))return null;
currentNode=getParentNode(currentNode)}
return null}
function isWebKit(){
return isWebKitValue??=typeof CSS<`u`&&CSS.supports&&CSS.supports(`-webkit-backdrop-filter`,`none`),isWebKitValue}
function isLastTraversableNode(node){
return/^(html|body|#document)$/.test(getNodeName(node))}
function getComputedStyle$1(element){
return getWindow(element).getComputedStyle(element)}
function getNodeScroll(element){
return isElement(element)?{scrollLeft:element.scrollLeft,scrollTop:element.scrollTop}:{scrollLeft:element.scrollX,scrollTop:element.scrollY}}
function getParentNode(node){
if(getNodeName(node)===`html`)return node;
let result=node.assignedSlot||node.parentNode||isShadowRoot(node)&&node.host||getDocumentElement(node);
return isShadowRoot(result)?result.host:result}
function getNearestOverflowAncestor(node){
let parentNode=getParentNode(node);
return isLastTraversableNode(parentNode)?(node.ownerDocument||node).body:isHTMLElement(parentNode)&&isOverflowElement(parentNode)?parentNode:getNearestOverflowAncestor(parentNode)}
function getOverflowAncestors(node,list,traverseIframes){
list===void 0&&(list=[]),traverseIframes===void 0&&(traverseIframes=!0);
let scrollableAncestor=getNearestOverflowAncestor(node),isBody=scrollableAncestor===node.ownerDocument?.body,win=getWindow(scrollableAncestor);
if(isBody){
let frameElement=getFrameElement(win);
return list.concat(win,win.visualViewport||[],isOverflowElement(scrollableAncestor)?scrollableAncestor:[],frameElement&&traverseIframes?getOverflowAncestors(frameElement):[])}
return list.concat(scrollableAncestor,getOverflowAncestors(scrollableAncestor,[],traverseIframes))}
function getFrameElement(win){
return win.parent&&Object.getPrototypeOf(win.parent)?win.frameElement:null}
function getCssDimensions(element){
let css=getComputedStyle$1(element),width=parseFloat(css.width)||0,height=parseFloat(css.height)||0,hasOffset=isHTMLElement(element),offsetWidth=hasOffset?element.offsetWidth:width,offsetHeight=hasOffset?element.offsetHeight:height,shouldFallback=round(width)!==offsetWidth||round(height)!==offsetHeight;
return shouldFallback&&(width=offsetWidth,height=offsetHeight),{width,height,$:shouldFallback}}
function unwrapElement(element){
return isElement(element)?element:element.contextElement}
function getScale(element){
let domElement=unwrapElement(element);
if(!isHTMLElement(domElement))return createCoords(1);
let rect=domElement.getBoundingClientRect(),{width,height,$}=getCssDimensions(domElement),x=($?round(rect.width):rect.width)/width,y=($?round(rect.height):rect.height)/height;
return x&&Number.isFinite(x)||(x=1),y&&Number.isFinite(y)||(y=1),{x,y}}
var noOffsets=createCoords(0);
function getVisualOffsets(element){
let win=getWindow(element);
return!isWebKit()||!win.visualViewport?noOffsets:{x:win.visualViewport.offsetLeft,y:win.visualViewport.offsetTop}}
function shouldAddVisualOffsets(element,isFixed,floatingOffsetParent){
return isFixed===void 0&&(isFixed=!1),!!floatingOffsetParent&&isFixed&&floatingOffsetParent===getWindow(element)}
function getBoundingClientRect(element,includeScale,isFixedStrategy,offsetParent){
includeScale===void 0&&(includeScale=!1),isFixedStrategy===void 0&&(isFixedStrategy=!1);
let clientRect=element.getBoundingClientRect(),domElement=unwrapElement(element),scale=createCoords(1);
includeScale&&(offsetParent?isElement(offsetParent)&&(scale=getScale(offsetParent)):scale=getScale(element));
let visualOffsets=shouldAddVisualOffsets(domElement,isFixedStrategy,offsetParent)?getVisualOffsets(domElement):createCoords(0),x=(clientRect.left+visualOffsets.x)/scale.x,y=(clientRect.top+visualOffsets.y)/scale.y,width=clientRect.width/scale.x,height=clientRect.height/scale.y;
if(domElement&&offsetParent){
let win=getWindow(domElement),offsetWin=isElement(offsetParent)?getWindow(offsetParent):offsetParent,currentWin=win,currentIFrame=getFrameElement(currentWin);
for(;currentIFrame&&offsetWin!==currentWin;){
let iframeScale=getScale(currentIFrame),iframeRect=currentIFrame.getBoundingClientRect(),css=getComputedStyle$1(currentIFrame),left=iframeRect.left+(currentIFrame.clientLeft+parseFloat(css.paddingLeft))*iframeScale.x,top=iframeRect.top+(currentIFrame.clientTop+parseFloat(css.paddingTop))*iframeScale.y;
x*=iframeScale.x,y*=iframeScale.y,width*=iframeScale.x,height*=iframeScale.y,x+=left,y+=top,currentWin=getWindow(currentIFrame),currentIFrame=getFrameElement(currentWin)}}
return rectToClientRect({width,height,x,y})}
function getWindowScrollBarX(element,rect){
let leftScroll=getNodeScroll(element).scrollLeft;
return rect?rect.left+leftScroll:getBoundingClientRect(getDocumentElement(element)).left+leftScroll}
function getHTMLOffset(documentElement,scroll){
let htmlRect=documentElement.getBoundingClientRect();
return{x:htmlRect.left+scroll.scrollLeft-getWindowScrollBarX(documentElement,htmlRect),y:htmlRect.top+scroll.scrollTop}}
function convertOffsetParentRelativeRectToViewportRelativeRect(_ref){
let{elements,rect,offsetParent,strategy}=_ref,isFixed=strategy===`fixed`,documentElement=getDocumentElement(offsetParent),topLayer=elements?isTopLayer(elements.floating):!1;
if(offsetParent===documentElement||topLayer&&isFixed)return rect;
let scroll={scrollLeft:0,scrollTop:0},scale=createCoords(1),offsets=createCoords(0),isOffsetParentAnElement=isHTMLElement(offsetParent);
if((isOffsetParentAnElement||!isFixed)&&((getNodeName(offsetParent)!==`body`||isOverflowElement(documentElement))&&(scroll=getNodeScroll(offsetParent)),isOffsetParentAnElement)){
let offsetRect=getBoundingClientRect(offsetParent);
scale=getScale(offsetParent),offsets.x=offsetRect.x+offsetParent.clientLeft,offsets.y=offsetRect.y+offsetParent.clientTop}
let htmlOffset=documentElement&&!isOffsetParentAnElement&&!isFixed?getHTMLOffset(documentElement,scroll):createCoords(0);
return{width:rect.width*scale.x,height:rect.height*scale.y,x:rect.x*scale.x-scroll.scrollLeft*scale.x+offsets.x+htmlOffset.x,y:rect.y*scale.y-scroll.scrollTop*scale.y+offsets.y+htmlOffset.y}}
function getClientRects(element){
return element.getClientRects?Array.from(element.getClientRects()):[]}
function getDocumentRect(html){
let scroll=getNodeScroll(html),body=html.ownerDocument.body,width=max(html.scrollWidth,html.clientWidth,body.scrollWidth,body.clientWidth),height=max(html.scrollHeight,html.clientHeight,body.scrollHeight,body.clientHeight),x=-scroll.scrollLeft+getWindowScrollBarX(html),y=-scroll.scrollTop;
return getComputedStyle$1(body).direction===`rtl`&&(x+=max(html.clientWidth,body.clientWidth)-width),{width,height,x,y}}
var SCROLLBAR_MAX=25;
function getViewportRect(element,strategy,rootBoundary){
rootBoundary===void 0&&(rootBoundary=`viewport`);
let isLayoutViewport=rootBoundary===`layoutViewport`,win=getWindow(element),html=getDocumentElement(element),visualViewport=win.visualViewport,width=html.clientWidth,height=html.clientHeight,x=0,y=0;
if(visualViewport){
let layoutRelativeClientCoords=!isWebKit()||strategy===`fixed`;
isLayoutViewport?layoutRelativeClientCoords||(x=-visualViewport.offsetLeft,y=-visualViewport.offsetTop):(width=visualViewport.width,height=visualViewport.height,layoutRelativeClientCoords&&(x=visualViewport.offsetLeft,y=visualViewport.offsetTop))}
if(getWindowScrollBarX(html)<=0){
let doc=html.ownerDocument,body=doc.body,bodyStyles=getComputedStyle(body),bodyMarginInline=doc.compatMode===`CSS1Compat`&&parseFloat(bodyStyles.marginLeft)+parseFloat(bodyStyles.marginRight)||0,reservedWidth=Math.abs(html.clientWidth-body.clientWidth-bodyMarginInline),gutter=getComputedStyle(html).scrollbarGutter===`stable both-edges`?reservedWidth/2:reservedWidth;
gutter<=SCROLLBAR_MAX&&(width-=gutter)}
return{width,height,x,y}}
function getInnerBoundingClientRect(element,strategy){
let clientRect=getBoundingClientRect(element,!0,strategy===`fixed`),top=clientRect.top+element.clientTop,left=clientRect.left+element.clientLeft,scale=getScale(element);
return{width:element.clientWidth*scale.x,height:element.clientHeight*scale.y,x:left*scale.x,y:top*scale.y}}
function getClientRectFromClippingAncestor(element,clippingAncestor,strategy){
let rect;
if(clippingAncestor===`viewport`||clippingAncestor===`layoutViewport`)rect=getViewportRect(element,strategy,clippingAncestor);else if(clippingAncestor===`document`)rect=getDocumentRect(getDocumentElement(element));else if(isElement(clippingAncestor))rect=getInnerBoundingClientRect(clippingAncestor,strategy);else{
let visualOffsets=getVisualOffsets(element);
rect={x:clippingAncestor.x-visualOffsets.x,y:clippingAncestor.y-visualOffsets.y,width:clippingAncestor.width,height:clippingAncestor.height}}
return rectToClientRect(rect)}
function getClippingElementAncestors(element,cache){
let cachedResult=cache.get(element);
if(cachedResult)return cachedResult;
let result=getOverflowAncestors(element,[],!1).filter(el=>isElement(el)&&getNodeName(el)!==`body`),lastKeptComputedStyle=null,elementIsFixed=getComputedStyle$1(element).position===`fixed`,currentNode=elementIsFixed?getParentNode(element):element;
for(;isElement(currentNode)&&!isLastTraversableNode(currentNode);){
let computedStyle=getComputedStyle$1(currentNode),currentNodeIsContaining=isContainingBlock(currentNode),lastPosition=lastKeptComputedStyle?lastKeptComputedStyle.position:elementIsFixed?`fixed`:``;
!currentNodeIsContaining&&(lastPosition===`fixed`||lastPosition===`absolute`&&computedStyle.position===`static`)?result=result.filter(ancestor=>ancestor!==currentNode):lastKeptComputedStyle=computedStyle,currentNode=getParentNode(currentNode)}
return cache.set(element,result),result}
function getClippingRect(_ref){
let{element,boundary,rootBoundary,strategy}=_ref,clippingAncestors=[...boundary===`clippingAncestors`?isTopLayer(element)?[]:getClippingElementAncestors(element,this._c):[].concat(boundary),rootBoundary],firstRect=getClientRectFromClippingAncestor(element,clippingAncestors[0],strategy),top=firstRect.top,right=firstRect.right,bottom=firstRect.bottom,left=firstRect.left;
for(let i=1;i<clippingAncestors.length;i++){
let rect=getClientRectFromClippingAncestor(element,clippingAncestors[i],strategy);
top=max(rect.top,top),right=min(rect.right,right),bottom=min(rect.bottom,bottom),left=max(rect.left,left)}
return{width:right-left,height:bottom-top,x:left,y:top}}
function getDimensions(element){
let{width,height}=getCssDimensions(element);
return{width,height}}
function getRectRelativeToOffsetParent(element,offsetParent,strategy){
let isOffsetParentAnElement=isHTMLElement(offsetParent),documentElement=getDocumentElement(offsetParent),isFixed=strategy===`fixed`,rect=getBoundingClientRect(element,!0,isFixed,offsetParent),scroll={scrollLeft:0,scrollTop:0},offsets=createCoords(0);
if((isOffsetParentAnElement||!isFixed)&&((getNodeName(offsetParent)!==`body`||isOverflowElement(documentElement))&&(scroll=getNodeScroll(offsetParent)),isOffsetParentAnElement)){
let offsetRect=getBoundingClientRect(offsetParent,!0,isFixed,offsetParent);
offsets.x=offsetRect.x+offsetParent.clientLeft,offsets.y=offsetRect.y+offsetParent.clientTop}
!isOffsetParentAnElement&&documentElement&&(offsets.x=getWindowScrollBarX(documentElement));
let htmlOffset=documentElement&&!isOffsetParentAnElement&&!isFixed?getHTMLOffset(documentElement,scroll):createCoords(0);
return{x:rect.left+scroll.scrollLeft-offsets.x-htmlOffset.x,y:rect.top+scroll.scrollTop-offsets.y-htmlOffset.y,width:rect.width,height:rect.height}}
function isStaticPositioned(element){
return getComputedStyle$1(element).position===`static`}
function getTrueOffsetParent(element,polyfill){
if(!isHTMLElement(element)||getComputedStyle$1(element).position===`fixed`)return null;
if(polyfill)return polyfill(element);
let rawOffsetParent=element.offsetParent;
return getDocumentElement(element)===rawOffsetParent&&(rawOffsetParent=rawOffsetParent.ownerDocument.body),rawOffsetParent}
function getOffsetParent(element,polyfill){
let win=getWindow(element);
if(isTopLayer(element))return win;
if(!isHTMLElement(element)){
let svgOffsetParent=getParentNode(element);
for(;svgOffsetParent&&!isLastTraversableNode(svgOffsetParent);){
if(isElement(svgOffsetParent)&&!isStaticPositioned(svgOffsetParent))return svgOffsetParent;
svgOffsetParent=getParentNode(svgOffsetParent)}
return win}
let offsetParent=getTrueOffsetParent(element,polyfill);
for(;offsetParent&&isTableElement(offsetParent)&&isStaticPositioned(offsetParent);)offsetParent=getTrueOffsetParent(offsetParent,polyfill);
return offsetParent&&isLastTraversableNode(offsetParent)&&isStaticPositioned(offsetParent)&&!isContainingBlock(offsetParent)?win:offsetParent||getContainingBlock(element)||win}
var getElementRects=async function(data){
let getOffsetParentFn=this.getOffsetParent||getOffsetParent,getDimensionsFn=this.getDimensions,floatingDimensions=await getDimensionsFn(data.floating);
return{reference:getRectRelativeToOffsetParent(data.reference,await getOffsetParentFn(data.floating),data.strategy),floating:{x:0,y:0,width:floatingDimensions.width,height:floatingDimensions.height}}};
function isRTL(element){
return getComputedStyle$1(element).direction===`rtl`}
var platform={convertOffsetParentRelativeRectToViewportRelativeRect,getDocumentElement,getClippingRect,getOffsetParent,getElementRects,getClientRects,getDimensions,getScale,isElement,isRTL};
function rectsAreEqual(a,b){
return a.x===b.x&&a.y===b.y&&a.width===b.width&&a.height===b.height}
function observeMove(element,onMove,ancestorResize){
let io=null,timeoutId,root=getDocumentElement(element);
function cleanup(){
var _io;
clearTimeout(timeoutId),(_io=io)==null||_io.disconnect(),io=null}
function refresh(skip,threshold){
skip===void 0&&(skip=!1),threshold===void 0&&(threshold=1),cleanup();
let elementRectForRootMargin=element.getBoundingClientRect(),{left,top,width,height}=elementRectForRootMargin;
if(skip||onMove(),!width||!height)return;
let insetTop=floor(top),insetRight=floor(root.clientWidth-(left+width)),insetBottom=floor(root.clientHeight-(top+height)),insetLeft=floor(left),options={rootMargin:-insetTop+`px `+-insetRight+`px `+-insetBottom+`px `+-insetLeft+`px`,threshold:max(0,min(1,threshold))||1},isFirstUpdate=!0;
function handleObserve(entries){
let ratio=entries[0].intersectionRatio;
if(!rectsAreEqual(elementRectForRootMargin,element.getBoundingClientRect()))return refresh();
if(ratio!==threshold){
if(!isFirstUpdate)return refresh();
ratio?refresh(!1,ratio):timeoutId=setTimeout(()=>{
refresh(!1,1e-7)},1e3)}
isFirstUpdate=!1}
try{
io=new IntersectionObserver(handleObserve,{...options,root:root.ownerDocument})}catch{
io=new IntersectionObserver(handleObserve,options)}
io.observe(element)}
let win=getWindow(element),handleResize=()=>refresh(ancestorResize);
return win.addEventListener(`resize`,handleResize),refresh(!0),()=>{
win.removeEventListener(`resize`,handleResize),cleanup()}}
function autoUpdate(reference,floating,update,options){
options===void 0&&(options={});
let{ancestorScroll=!0,ancestorResize=!0,elementResize=typeof ResizeObserver==`function`,layoutShift=typeof IntersectionObserver==`function`,animationFrame=!1}=options,referenceEl=unwrapElement(reference),ancestors=ancestorScroll||ancestorResize?[...referenceEl?getOverflowAncestors(referenceEl):[],...floating?getOverflowAncestors(floating):[]]:[];
ancestors.forEach(ancestor=>{
ancestorScroll&&ancestor.addEventListener(`scroll`,update),ancestorResize&&ancestor.addEventListener(`resize`,update)});
let cleanupIo=referenceEl&&layoutShift?observeMove(referenceEl,update,ancestorResize):null,reobserveFrame=-1,resizeObserver=null;
elementResize&&(resizeObserver=new ResizeObserver(_ref=>{
let[firstEntry]=_ref;
firstEntry&&firstEntry.target===referenceEl&&resizeObserver&&floating&&(resizeObserver.unobserve(floating),cancelAnimationFrame(reobserveFrame),reobserveFrame=requestAnimationFrame(()=>{
var _resizeObserver;
(_resizeObserver=resizeObserver)==null||_resizeObserver.observe(floating)})),update()}),referenceEl&&!animationFrame&&resizeObserver.observe(referenceEl),floating&&resizeObserver.observe(floating));
let frameId,prevRefRect=animationFrame?getBoundingClientRect(reference):null;
animationFrame&&frameLoop();
function frameLoop(){
let nextRefRect=getBoundingClientRect(reference);
prevRefRect&&!rectsAreEqual(prevRefRect,nextRefRect)&&update(),prevRefRect=nextRefRect,frameId=requestAnimationFrame(frameLoop)}
return update(),()=>{
var _resizeObserver2;
ancestors.forEach(ancestor=>{
ancestorScroll&&ancestor.removeEventListener(`scroll`,update),ancestorResize&&ancestor.removeEventListener(`resize`,update)}),cleanupIo?.(),(_resizeObserver2=resizeObserver)==null||_resizeObserver2.disconnect(),resizeObserver=null,animationFrame&&cancelAnimationFrame(frameId)}}
var offset$2=offset$1,shift$2=shift$1,flip$2=flip$1,size$2=size$1,hide$2=hide$1,arrow$2=arrow$3,limitShift$2=limitShift$1,computePosition=(reference,floating,options)=>{
let cache=new Map,mergedOptions=options??{},platformWithCache={...platform,...mergedOptions.platform,_c:cache};
return computePosition$1(reference,floating,{...mergedOptions,platform:platformWithCache})},index=typeof document<`u`?import_react.useLayoutEffect:function(){};
function deepEqual(a,b){
if(a===b)return!0;
if(typeof a!=typeof b)return!1;
if(typeof a==`function`&&a.toString()===b.toString())return!0;
let length,i,keys;
if(a&&b&&typeof a==`object`){
if(Array.isArray(a)){
if(length=a.length,length!==b.length)return!1;
for(i=length;i--!==0;)if(!deepEqual(a[i],b[i]))return!1;
return!0}
if(keys=Object.keys(a),length=keys.length,length!==Object.keys(b).length)return!1;
for(i=length;i--!==0;)if(!{}.hasOwnProperty.call(b,keys[i]))return!1;
for(i=length;i--!==0;){
let key=keys[i];
if(!(key===`_owner`&&a.$$typeof)&&!deepEqual(a[key],b[key]))return!1}
return!0}
return a!==a&&b!==b}
function getDPR(element){
return typeof window>`u`?1:(element.ownerDocument.defaultView||window).devicePixelRatio||1}
function roundByDPR(element,value){
let dpr=getDPR(element);
return Math.round(value*dpr)/dpr}
function useLatestRef(value){
let ref=import_react.useRef(value);
return index(()=>{
ref.current=value}),ref}
function useFloating(options){
options===void 0&&(options={});
let{placement=`bottom`,strategy=`absolute`,middleware=[],platform,elements:{reference:externalReference,floating:externalFloating}={},transform=!0,whileElementsMounted,open}=options,[data,setData]=import_react.useState({x:0,y:0,strategy,placement,middlewareData:{},isPositioned:!1}),[latestMiddleware,setLatestMiddleware]=import_react.useState(middleware);
deepEqual(latestMiddleware,middleware)||setLatestMiddleware(middleware);
let[_reference,_setReference]=import_react.useState(null),[_floating,_setFloating]=import_react.useState(null),setReference=import_react.useCallback(node=>{
node!==referenceRef.current&&(referenceRef.current=node,_setReference(node))},[]),setFloating=import_react.useCallback(node=>{
node!==floatingRef.current&&(floatingRef.current=node,_setFloating(node))},[]),referenceEl=externalReference||_reference,floatingEl=externalFloating||_floating,referenceRef=import_react.useRef(null),floatingRef=import_react.useRef(null),dataRef=import_react.useRef(data),hasWhileElementsMounted=whileElementsMounted!=null,whileElementsMountedRef=useLatestRef(whileElementsMounted),platformRef=useLatestRef(platform),openRef=useLatestRef(open),update=import_react.useCallback(()=>{
if(!referenceRef.current||!floatingRef.current)return;
let config={placement,strategy,middleware:latestMiddleware};
platformRef.current&&(config.platform=platformRef.current),computePosition(referenceRef.current,floatingRef.current,config).then(data=>{
let fullData={...data,isPositioned:openRef.current!==!1};
isMountedRef.current&&!deepEqual(dataRef.current,fullData)&&(dataRef.current=fullData,import_react_dom.flushSync(()=>{
setData(fullData)}))})},[latestMiddleware,placement,strategy,platformRef,openRef]);
index(()=>{
open===!1&&dataRef.current.isPositioned&&(dataRef.current.isPositioned=!1,setData(data=>({...data,isPositioned:!1})))},[open]);
let isMountedRef=import_react.useRef(!1);
index(()=>(isMountedRef.current=!0,()=>{
isMountedRef.current=!1}),[]),index(()=>{
if(referenceEl&&(referenceRef.current=referenceEl),floatingEl&&(floatingRef.current=floatingEl),referenceEl&&floatingEl){
if(whileElementsMountedRef.current)return whileElementsMountedRef.current(referenceEl,floatingEl,update);
update()}},[referenceEl,floatingEl,update,whileElementsMountedRef,hasWhileElementsMounted]);
let refs=import_react.useMemo(()=>({reference:referenceRef,floating:floatingRef,setReference,setFloating}),[setReference,setFloating]),elements=import_react.useMemo(()=>({reference:referenceEl,floating:floatingEl}),[referenceEl,floatingEl]),floatingStyles=import_react.useMemo(()=>{
let initialStyles={position:strategy,left:0,top:0};
if(!elements.floating)return initialStyles;
let x=roundByDPR(elements.floating,data.x),y=roundByDPR(elements.floating,data.y);
return transform?{...initialStyles,transform:`translate(`+x+`px, `+y+`px)`,...getDPR(elements.floating)>=1.5&&{willChange:`transform`}}:{position:strategy,left:x,top:y}},[strategy,transform,elements.floating,data.x,data.y]);
return import_react.useMemo(()=>({...data,update,refs,elements,floatingStyles}),[data,update,refs,elements,floatingStyles])}
var arrow$1=options=>{
function isRef(value){
return{}.hasOwnProperty.call(value,`current`)}
return{name:`arrow`,options,fn(state){
let{element,padding}=typeof options==`function`?options(state):options;
return element&&isRef(element)?element.current==null?{}:arrow$2({element:element.current,padding}).fn(state):element?arrow$2({element,padding}).fn(state):{}}}},offset=(options,deps)=>{
let result=offset$2(options);
return{name:result.name,fn:result.fn,options:[options,deps]}},shift=(options,deps)=>{
let result=shift$2(options);
return{name:result.name,fn:result.fn,options:[options,deps]}},limitShift=(options,deps)=>({fn:limitShift$2(options).fn,options:[options,deps]}),flip=(options,deps)=>{
let result=flip$2(options);
return{name:result.name,fn:result.fn,options:[options,deps]}},size=(options,deps)=>{
let result=size$2(options);
return{name:result.name,fn:result.fn,options:[options,deps]}},hide=(options,deps)=>{
let result=hide$2(options);
return{name:result.name,fn:result.fn,options:[options,deps]}},arrow=(options,deps)=>{
let result=arrow$1(options);
return{name:result.name,fn:result.fn,options:[options,deps]}},__defProp$6=Object.defineProperty,Arrow=import_react.forwardRef(((target,value)=>__defProp$6(target,`name`,{value,configurable:!0}))(function(props,forwardedRef){
let{children,width=10,height=5,...arrowProps}=props;
return(0,import_jsx_runtime.jsx)(Primitive.svg,{...arrowProps,ref:forwardedRef,width,height,viewBox:`0 0 30 10`,preserveAspectRatio:`none`,children:props.asChild?children:(0,import_jsx_runtime.jsx)(`polygon`,{points:`0,0 30,0 15,10`})})},`Arrow`)),__defProp$5=Object.defineProperty,__name$5=(target,value)=>__defProp$5(target,`name`,{value,configurable:!0}),Sticky={Partial:`partial`,Always:`always`},UpdatePositionStrategy={Optimized:`optimized`,Always:`always`},POPPER_NAME=`Popper`,[createPopperContext,createPopperScope]=createContextScope(POPPER_NAME),[PopperProvider,usePopperContext]=createPopperContext(POPPER_NAME),Popper=__name$5(props=>{
let{__scopePopper,children}=props,[anchor,setAnchor]=import_react.useState(null),[placementState,setPlacementState]=import_react.useState(void 0);
return(0,import_jsx_runtime.jsx)(PopperProvider,{scope:__scopePopper,anchor,onAnchorChange:setAnchor,placementState,setPlacementState,children})},`Popper`),ANCHOR_NAME$1=`PopperAnchor`,PopperAnchor=import_react.forwardRef(__name$5(function(props,forwardedRef){
let{__scopePopper,virtualRef,...anchorProps}=props,context=usePopperContext(ANCHOR_NAME$1,__scopePopper),ref=import_react.useRef(null),onAnchorChange=context.onAnchorChange,composedRefs=useComposedRefs(forwardedRef,import_react.useCallback(node=>{
ref.current=node,node&&onAnchorChange(node)},[onAnchorChange])),anchorRef=import_react.useRef(null);
import_react.useEffect(()=>{
if(!virtualRef)return;
let previousAnchor=anchorRef.current;
anchorRef.current=virtualRef.current,previousAnchor!==anchorRef.current&&onAnchorChange(anchorRef.current)});
let sideAndAlign=context.placementState&&getSideAndAlignFromPlacement(context.placementState),placedSide=sideAndAlign?.[0],placedAlign=sideAndAlign?.[1];
return virtualRef?null:(0,import_jsx_runtime.jsx)(Primitive.div,{"data-radix-popper-side":placedSide,"data-radix-popper-align":placedAlign,...anchorProps,ref:composedRefs})},`PopperAnchor`)),CONTENT_NAME$3=`PopperContent`,[PopperContentProvider,useContentContext]=createPopperContext(CONTENT_NAME$3),PopperContent=import_react.forwardRef(__name$5(function(props,forwardedRef){
let{__scopePopper,side=`bottom`,sideOffset=0,align=`center`,alignOffset=0,arrowPadding=0,avoidCollisions=!0,collisionBoundary=[],collisionPadding:collisionPaddingProp=0,sticky=Sticky.Partial,hideWhenDetached=!1,updatePositionStrategy=UpdatePositionStrategy.Optimized,onPlaced,...contentProps}=props,context=usePopperContext(CONTENT_NAME$3,__scopePopper),[content,setContent]=import_react.useState(null),composedRefs=useComposedRefs(forwardedRef,setContent),[arrow$4,setArrow]=import_react.useState(null),arrowSize=useSize(arrow$4),arrowWidth=arrowSize?.width??0,arrowHeight=arrowSize?.height??0,desiredPlacement=side+(align===`center`?``:`-`+align),collisionPadding=typeof collisionPaddingProp==`number`?collisionPaddingProp:{top:0,right:0,bottom:0,left:0,...collisionPaddingProp},boundary=Array.isArray(collisionBoundary)?collisionBoundary:[collisionBoundary],hasExplicitBoundaries=boundary.length>0,detectOverflowOptions={padding:collisionPadding,boundary:boundary.filter(isNotNull),altBoundary:hasExplicitBoundaries},{refs,floatingStyles,placement,isPositioned,middlewareData}=useFloating({strategy:`fixed`,placement:desiredPlacement,whileElementsMounted:__name$5((...args)=>autoUpdate(...args,{animationFrame:updatePositionStrategy===UpdatePositionStrategy.Always}),`whileElementsMounted`),elements:{reference:context.anchor},middleware:[offset({mainAxis:sideOffset+arrowHeight,alignmentAxis:alignOffset}),avoidCollisions&&shift({mainAxis:!0,crossAxis:!1,...sticky===Sticky.Partial?{limiter:limitShift()}:{},...detectOverflowOptions}),avoidCollisions&&flip({...detectOverflowOptions}),size({...detectOverflowOptions,apply:__name$5(({elements,rects,availableWidth,availableHeight})=>{
let{width:anchorWidth,height:anchorHeight}=rects.reference,contentStyle=elements.floating.style;
contentStyle.setProperty(`--radix-popper-available-width`,`${availableWidth}px`),contentStyle.setProperty(`--radix-popper-available-height`,`${availableHeight}px`),contentStyle.setProperty(`--radix-popper-anchor-width`,`${anchorWidth}px`),contentStyle.setProperty(`--radix-popper-anchor-height`,`${anchorHeight}px`)},`apply`)}),arrow$4&&arrow({element:arrow$4,padding:arrowPadding}),transformOrigin({arrowWidth,arrowHeight}),hideWhenDetached&&hide(hasExplicitBoundaries?{strategy:`referenceHidden`,...detectOverflowOptions}:{strategy:`referenceHidden`,padding:detectOverflowOptions.padding,altBoundary:detectOverflowOptions.altBoundary})]}),setPlacementState=context.setPlacementState;
useLayoutEffect2(()=>(setPlacementState(placement),()=>{
setPlacementState(void 0)}),[placement,setPlacementState]);
let[placedSide,placedAlign]=getSideAndAlignFromPlacement(placement),handlePlaced=useCallbackRef$1(onPlaced);
useLayoutEffect2(()=>{
isPositioned&&handlePlaced?.()},[isPositioned,handlePlaced]);
let arrowX=middlewareData.arrow?.x,arrowY=middlewareData.arrow?.y,cannotCenterArrow=middlewareData.arrow?.centerOffset!==0,[contentZIndex,setContentZIndex]=import_react.useState();
return useLayoutEffect2(()=>{
content&&setContentZIndex(window.getComputedStyle(content).zIndex)},[content]),(0,import_jsx_runtime.jsx)(`div`,{ref:refs.setFloating,"data-radix-popper-content-wrapper":``,style:{...floatingStyles,transform:isPositioned?floatingStyles.transform:`translate(0, -200%)`,minWidth:`max-content`,zIndex:contentZIndex,"--radix-popper-transform-origin":[middlewareData.transformOrigin?.x,middlewareData.transformOrigin?.y].join(` `),...middlewareData.hide?.referenceHidden&&{visibility:`hidden`,pointerEvents:`none`}},dir:props.dir,children:(0,import_jsx_runtime.jsx)(PopperContentProvider,{scope:__scopePopper,placedSide,placedAlign,onArrowChange:setArrow,arrowX,arrowY,shouldHideArrow:cannotCenterArrow,children:(0,import_jsx_runtime.jsx)(Primitive.div,{"data-side":placedSide,"data-align":placedAlign,...contentProps,ref:composedRefs,style:{...contentProps.style,animation:isPositioned?contentProps.style?.animation:`none`}})})})},`PopperContent`)),ARROW_NAME=`PopperArrow`,OPPOSITE_SIDE={top:`bottom`,right:`left`,bottom:`top`,left:`right`},PopperArrow=import_react.forwardRef(__name$5(function(props,forwardedRef){
let{__scopePopper,...arrowProps}=props,contentContext=useContentContext(ARROW_NAME,__scopePopper),baseSide=OPPOSITE_SIDE[contentContext.placedSide];
return(0,import_jsx_runtime.jsx)(`span`,{ref:contentContext.onArrowChange,style:{position:`absolute`,left:contentContext.arrowX,top:contentContext.arrowY,[baseSide]:0,transformOrigin:{top:``,right:`0 0`,bottom:`center 0`,left:`100% 0`}[contentContext.placedSide],transform:{top:`translateY(100%)`,right:`translateY(50%) rotate(90deg) translateX(-50%)`,bottom:`rotate(180deg)`,left:`translateY(50%) rotate(-90deg) translateX(50%)`}[contentContext.placedSide],visibility:contentContext.shouldHideArrow?`hidden`:void 0},children:(0,import_jsx_runtime.jsx)(Arrow,{...arrowProps,ref:forwardedRef,style:{...arrowProps.style,display:`block`}})})},`PopperArrow`));
function isNotNull(value){
return value!==null}
__name$5(isNotNull,`isNotNull`);
var transformOrigin=__name$5(options=>({name:`transformOrigin`,options,fn(data){
let{placement,rects,middlewareData}=data,isArrowHidden=middlewareData.arrow?.centerOffset!==0,arrowWidth=isArrowHidden?0:options.arrowWidth,arrowHeight=isArrowHidden?0:options.arrowHeight,[placedSide,placedAlign]=getSideAndAlignFromPlacement(placement),noArrowAlign={start:`0%`,center:`50%`,end:`100%`}[placedAlign],arrowXCenter=(middlewareData.arrow?.x??0)+arrowWidth/2,arrowYCenter=(middlewareData.arrow?.y??0)+arrowHeight/2,x=``,y=``;
return placedSide===`bottom`?(x=isArrowHidden?noArrowAlign:`${arrowXCenter}px`,y=`${-arrowHeight}px`):placedSide===`top`?(x=isArrowHidden?noArrowAlign:`${arrowXCenter}px`,y=`${rects.floating.height+arrowHeight}px`):placedSide===`right`?(x=`${-arrowHeight}px`,y=isArrowHidden?noArrowAlign:`${arrowYCenter}px`):placedSide===`left`&&(x=`${rects.floating.width+arrowHeight}px`,y=isArrowHidden?noArrowAlign:`${arrowYCenter}px`),{data:{x,y}}}}),`transformOrigin`);
function getSideAndAlignFromPlacement(placement){
let[side,align=`center`]=placement.split(`-`);
return[side,align]}
__name$5(getSideAndAlignFromPlacement,`getSideAndAlignFromPlacement`);
var __defProp$4=Object.defineProperty,__name$4=(target,value)=>__defProp$4(target,`name`,{value,configurable:!0}),_isHydrated=!1;
function useIsHydrated(){
let[isHydrated,setIsHydrated]=import_react.useState(_isHydrated);
return import_react.useEffect(()=>{
_isHydrated||(_isHydrated=!0,setIsHydrated(!0))},[]),isHydrated}
__name$4(useIsHydrated,`useIsHydrated`);
var useReactSyncExternalStore=import_react.useSyncExternalStore;
function subscribe(){
return()=>{}}
__name$4(subscribe,`subscribe`);
function useIsHydratedModern(){
return useReactSyncExternalStore(subscribe,()=>!0,()=>!1)}
__name$4(useIsHydratedModern,`useIsHydratedModern`);
var useIsHydrated2=typeof useReactSyncExternalStore==`function`?useIsHydratedModern:useIsHydrated,__defProp$3=Object.defineProperty,__name$3=(target,value)=>__defProp$3(target,`name`,{value,configurable:!0}),ENTRY_FOCUS=`rovingFocusGroup.onEntryFocus`,EVENT_OPTIONS={bubbles:!1,cancelable:!0},GROUP_NAME=`RovingFocusGroup`,[Collection$1,useCollection$1,createCollectionScope$1]=createCollection(GROUP_NAME),[createRovingFocusGroupContext,createRovingFocusGroupScope]=createContextScope(GROUP_NAME,[createCollectionScope$1]),Orientation={Vertical:`vertical`,Horizontal:`horizontal`},Direction$1={LTR:`ltr`,RTL:`rtl`},[RovingFocusProvider,useRovingFocusContext]=createRovingFocusGroupContext(GROUP_NAME),RovingFocusGroup=import_react.forwardRef(__name$3(function(props,forwardedRef){
return(0,import_jsx_runtime.jsx)(Collection$1.Provider,{scope:props.__scopeRovingFocusGroup,children:(0,import_jsx_runtime.jsx)(Collection$1.Slot,{scope:props.__scopeRovingFocusGroup,children:(0,import_jsx_runtime.jsx)(RovingFocusGroupImpl,{...props,ref:forwardedRef})})})},`RovingFocusGroup`)),RovingFocusGroupImpl=import_react.forwardRef(__name$3(function(props,forwardedRef){
let{__scopeRovingFocusGroup,orientation,loop=!1,dir,currentTabStopId:currentTabStopIdProp,defaultCurrentTabStopId,onCurrentTabStopIdChange,onEntryFocus,preventScrollOnEntryFocus=!1,...groupProps}=props,ref=import_react.useRef(null),composedRefs=useComposedRefs(forwardedRef,ref),direction=useDirection(dir),[currentTabStopId,setCurrentTabStopId]=useControllableState({prop:currentTabStopIdProp,defaultProp:defaultCurrentTabStopId??null,onChange:onCurrentTabStopIdChange,caller:GROUP_NAME}),[isTabbingBackOut,setIsTabbingBackOut]=import_react.useState(!1),handleEntryFocus=useCallbackRef$1(onEntryFocus),getItems=useCollection$1(__scopeRovingFocusGroup),isClickFocusRef=import_react.useRef(!1),[focusableItemsCount,setFocusableItemsCount]=import_react.useState(0);
return import_react.useEffect(()=>{
let node=ref.current;
if(node)return node.addEventListener(ENTRY_FOCUS,handleEntryFocus),()=>node.removeEventListener(ENTRY_FOCUS,handleEntryFocus)},[handleEntryFocus]),(0,import_jsx_runtime.jsx)(RovingFocusProvider,{scope:__scopeRovingFocusGroup,orientation,dir:direction,loop,currentTabStopId,onItemFocus:import_react.useCallback(tabStopId=>setCurrentTabStopId(tabStopId),[setCurrentTabStopId]),onItemShiftTab:import_react.useCallback(()=>setIsTabbingBackOut(!0),[]),onFocusableItemAdd:import_react.useCallback(()=>setFocusableItemsCount(prevCount=>prevCount+1),[]),onFocusableItemRemove:import_react.useCallback(()=>setFocusableItemsCount(prevCount=>prevCount-1),[]),children:(0,import_jsx_runtime.jsx)(Primitive.div,{tabIndex:isTabbingBackOut||focusableItemsCount===0?-1:0,"data-orientation":orientation,...groupProps,ref:composedRefs,style:{outline:`none`,...props.style},onMouseDown:composeEventHandlers(props.onMouseDown,()=>{
isClickFocusRef.current=!0}),onFocus:composeEventHandlers(props.onFocus,event=>{
let isKeyboardFocus=!isClickFocusRef.current;
if(event.target===event.currentTarget&&isKeyboardFocus&&!isTabbingBackOut){
let entryFocusEvent=new CustomEvent(ENTRY_FOCUS,EVENT_OPTIONS);
if(event.currentTarget.dispatchEvent(entryFocusEvent),!entryFocusEvent.defaultPrevented){
let items=getItems().filter(item=>item.focusable);
focusFirst$1([items.find(item=>item.active),items.find(item=>item.id===currentTabStopId),...items].filter(Boolean).map(item=>item.ref.current),preventScrollOnEntryFocus)}}
isClickFocusRef.current=!1}),onBlur:composeEventHandlers(props.onBlur,()=>setIsTabbingBackOut(!1))})})},`RovingFocusGroupImpl`)),ITEM_NAME$1=`RovingFocusGroupItem`,RovingFocusGroupItem=import_react.forwardRef(__name$3(function(props,forwardedRef){
let{__scopeRovingFocusGroup,focusable=!0,active=!1,tabStopId,children,...itemProps}=props,autoId=useId(),id=tabStopId||autoId,context=useRovingFocusContext(ITEM_NAME$1,__scopeRovingFocusGroup),isCurrentTabStop=context.currentTabStopId===id,getItems=useCollection$1(__scopeRovingFocusGroup),{onFocusableItemAdd,onFocusableItemRemove,currentTabStopId}=context,isHydrated=useIsHydrated2();
return useLayoutEffect2(()=>{
if(isHydrated&&focusable)return onFocusableItemAdd(),()=>onFocusableItemRemove()},[isHydrated,focusable,onFocusableItemAdd,onFocusableItemRemove]),import_react.useEffect(()=>{
if(!isHydrated&&focusable)return onFocusableItemAdd(),()=>onFocusableItemRemove()},[isHydrated,focusable,onFocusableItemAdd,onFocusableItemRemove]),(0,import_jsx_runtime.jsx)(Collection$1.ItemSlot,{scope:__scopeRovingFocusGroup,id,focusable,active,children:(0,import_jsx_runtime.jsx)(Primitive.span,{tabIndex:isCurrentTabStop?0:-1,"data-orientation":context.orientation,...itemProps,ref:forwardedRef,onMouseDown:composeEventHandlers(props.onMouseDown,event=>{
focusable?context.onItemFocus(id):event.preventDefault()}),onFocus:composeEventHandlers(props.onFocus,()=>context.onItemFocus(id)),onKeyDown:composeEventHandlers(props.onKeyDown,event=>{
if(event.key===`Tab`&&event.shiftKey){
context.onItemShiftTab();
return}
if(event.target!==event.currentTarget)return;
let focusIntent=getFocusIntent(event,context.orientation,context.dir);
if(focusIntent!==void 0){
if(event.metaKey||event.ctrlKey||event.altKey||event.shiftKey)return;
event.preventDefault();
let candidateNodes=getItems().filter(item=>item.focusable).map(item=>item.ref.current);
if(focusIntent===`last`)candidateNodes.reverse();else if(focusIntent===`prev`||focusIntent===`next`){
focusIntent===`prev`&&candidateNodes.reverse();
let currentIndex=candidateNodes.indexOf(event.currentTarget);
candidateNodes=context.loop?wrapArray$1(candidateNodes,currentIndex+1):candidateNodes.slice(currentIndex+1)}
setTimeout(()=>focusFirst$1(candidateNodes))}}),children:typeof children==`function`?children({isCurrentTabStop,hasTabStop:currentTabStopId!=null}):children})})},`RovingFocusGroupItem`)),MAP_KEY_TO_FOCUS_INTENT={ArrowLeft:`prev`,ArrowUp:`prev`,ArrowRight:`next`,ArrowDown:`next`,PageUp:`first`,Home:`first`,PageDown:`last`,End:`last`};
function getDirectionAwareKey(key,dir){
return dir===Direction$1.RTL?key===`ArrowLeft`?`ArrowRight`:key===`ArrowRight`?`ArrowLeft`:key:key}
__name$3(getDirectionAwareKey,`getDirectionAwareKey`);
function getFocusIntent(event,orientation,dir){
let key=getDirectionAwareKey(event.key,dir);
if(!(orientation===Orientation.Vertical&&[`ArrowLeft`,`ArrowRight`].includes(key))&&!(orientation===Orientation.Horizontal&&[`ArrowUp`,`ArrowDown`].includes(key)))return MAP_KEY_TO_FOCUS_INTENT[key]}
__name$3(getFocusIntent,`getFocusIntent`);
function focusFirst$1(candidates,preventScroll=!1){
let PREVIOUSLY_FOCUSED_ELEMENT=document.activeElement;
for(let candidate of candidates)if(candidate===PREVIOUSLY_FOCUSED_ELEMENT||(candidate.focus({preventScroll}),document.activeElement!==PREVIOUSLY_FOCUSED_ELEMENT))return}
__name$3(focusFirst$1,`focusFirst`);
function wrapArray$1(array,startIndex){
return array.map((_,index)=>array[(startIndex+index)%array.length])}
__name$3(wrapArray$1,`wrapArray`);
var __defProp$2=Object.defineProperty,__name$2=(target,value)=>__defProp$2(target,`name`,{value,configurable:!0}),Direction={LTR:`ltr`,RTL:`rtl`},SELECTION_KEYS=[`Enter`,` `],FIRST_KEYS=[`ArrowDown`,`PageUp`,`Home`],LAST_KEYS=[`ArrowUp`,`PageDown`,`End`],FIRST_LAST_KEYS=[...FIRST_KEYS,...LAST_KEYS],SUB_OPEN_KEYS={ltr:[...SELECTION_KEYS,`ArrowRight`],rtl:[...SELECTION_KEYS,`ArrowLeft`]},SUB_CLOSE_KEYS={ltr:[`ArrowLeft`],rtl:[`ArrowRight`]},MENU_NAME=`Menu`,[Collection,useCollection,createCollectionScope]=createCollection(MENU_NAME),[createMenuContext,createMenuScope]=createContextScope(MENU_NAME,[createCollectionScope,createPopperScope,createRovingFocusGroupScope]),usePopperScope$1=createPopperScope(),useRovingFocusGroupScope=createRovingFocusGroupScope(),[MenuProvider,useMenuContext]=createMenuContext(MENU_NAME),[MenuRootProvider,useMenuRootContext]=createMenuContext(MENU_NAME),Menu=__name$2(props=>{
let{__scopeMenu,open=!1,children,dir,onOpenChange,modal=!0}=props,popperScope=usePopperScope$1(__scopeMenu),[content,setContent]=import_react.useState(null),isUsingKeyboardRef=import_react.useRef(!1),handleOpenChange=useCallbackRef$1(onOpenChange),direction=useDirection(dir);
return import_react.useEffect(()=>{
let handleKeyDown=__name$2(()=>{
isUsingKeyboardRef.current=!0,document.addEventListener(`pointerdown`,handlePointer,{capture:!0,once:!0}),document.addEventListener(`pointermove`,handlePointer,{capture:!0,once:!0})},`handleKeyDown`),handlePointer=__name$2(()=>isUsingKeyboardRef.current=!1,`handlePointer`);
return document.addEventListener(`keydown`,handleKeyDown,{capture:!0}),()=>{
document.removeEventListener(`keydown`,handleKeyDown,{capture:!0}),document.removeEventListener(`pointerdown`,handlePointer,{capture:!0}),document.removeEventListener(`pointermove`,handlePointer,{capture:!0})}},[]),import_react.useEffect(()=>{
if(!open)return;
let handleBlur=__name$2(()=>handleOpenChange(!1),`handleBlur`);
return window.addEventListener(`blur`,handleBlur),()=>window.removeEventListener(`blur`,handleBlur)},[open,handleOpenChange]),(0,import_jsx_runtime.jsx)(Popper,{...popperScope,children:(0,import_jsx_runtime.jsx)(MenuProvider,{scope:__scopeMenu,open,onOpenChange:handleOpenChange,content,onContentChange:setContent,children:(0,import_jsx_runtime.jsx)(MenuRootProvider,{scope:__scopeMenu,onClose:import_react.useCallback(()=>handleOpenChange(!1),[handleOpenChange]),isUsingKeyboardRef,dir:direction,modal,children})})})},`Menu`),MenuAnchor=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{__scopeMenu,...anchorProps}=props,popperScope=usePopperScope$1(__scopeMenu);
return(0,import_jsx_runtime.jsx)(PopperAnchor,{...popperScope,...anchorProps,ref:forwardedRef})},`MenuAnchor`)),PORTAL_NAME$1=`MenuPortal`,[PortalProvider$1,usePortalContext$1]=createMenuContext(PORTAL_NAME$1,{forceMount:void 0}),MenuPortal=__name$2(props=>{
let{__scopeMenu,forceMount,children,container}=props,context=useMenuContext(PORTAL_NAME$1,__scopeMenu);
return(0,import_jsx_runtime.jsx)(PortalProvider$1,{scope:__scopeMenu,forceMount,children:(0,import_jsx_runtime.jsx)(Presence,{present:forceMount||context.open,children:(0,import_jsx_runtime.jsx)(Portal,{asChild:!0,container,children})})})},`MenuPortal`),CONTENT_NAME$2=`MenuContent`,[MenuContentProvider,useMenuContentContext]=createMenuContext(CONTENT_NAME$2),MenuContent=import_react.forwardRef(__name$2(function(props,forwardedRef){
let portalContext=usePortalContext$1(CONTENT_NAME$2,props.__scopeMenu),{forceMount=portalContext.forceMount,...contentProps}=props,context=useMenuContext(CONTENT_NAME$2,props.__scopeMenu),rootContext=useMenuRootContext(CONTENT_NAME$2,props.__scopeMenu);
return(0,import_jsx_runtime.jsx)(Collection.Provider,{scope:props.__scopeMenu,children:(0,import_jsx_runtime.jsx)(Presence,{present:forceMount||context.open,children:(0,import_jsx_runtime.jsx)(Collection.Slot,{scope:props.__scopeMenu,children:rootContext.modal?(0,import_jsx_runtime.jsx)(MenuRootContentModal,{...contentProps,ref:forwardedRef}):(0,import_jsx_runtime.jsx)(MenuRootContentNonModal,{...contentProps,ref:forwardedRef})})})})},`MenuContent`)),MenuRootContentModal=import_react.forwardRef(__name$2(function(props,forwardedRef){
let context=useMenuContext(CONTENT_NAME$2,props.__scopeMenu),ref=import_react.useRef(null),composedRefs=useComposedRefs(forwardedRef,ref);
return import_react.useEffect(()=>{
let content=ref.current;
if(content)return hideOthers(content)},[]),(0,import_jsx_runtime.jsx)(MenuContentImpl,{...props,ref:composedRefs,trapFocus:context.open,disableOutsidePointerEvents:context.open,disableOutsideScroll:!0,onFocusOutside:composeEventHandlers(props.onFocusOutside,event=>event.preventDefault(),{checkForDefaultPrevented:!1}),onDismiss:()=>context.onOpenChange(!1)})},`MenuRootContentModal`)),MenuRootContentNonModal=import_react.forwardRef(__name$2(function(props,forwardedRef){
let context=useMenuContext(CONTENT_NAME$2,props.__scopeMenu);
return(0,import_jsx_runtime.jsx)(MenuContentImpl,{...props,ref:forwardedRef,trapFocus:!1,disableOutsidePointerEvents:!1,disableOutsideScroll:!1,onDismiss:()=>context.onOpenChange(!1)})},`MenuRootContentNonModal`)),Slot$1=createSlot(`MenuContent.ScrollLock`),MenuContentImpl=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{__scopeMenu,loop=!1,trapFocus,onOpenAutoFocus,onCloseAutoFocus,disableOutsidePointerEvents,onEntryFocus,onEscapeKeyDown,onPointerDownOutside,onFocusOutside,onInteractOutside,onDismiss,disableOutsideScroll,...contentProps}=props,context=useMenuContext(CONTENT_NAME$2,__scopeMenu),rootContext=useMenuRootContext(CONTENT_NAME$2,__scopeMenu),popperScope=usePopperScope$1(__scopeMenu),rovingFocusGroupScope=useRovingFocusGroupScope(__scopeMenu),getItems=useCollection(__scopeMenu),[currentItemId,setCurrentItemId]=import_react.useState(null),contentRef=import_react.useRef(null),[branchNode,setBranchNode]=import_react.useState(null);
useFocusScopeBranch(branchNode);
let{nodes:branchNodes,registry:branchRegistry}=useFocusScopeBranchRegistry(),isModal=!!(trapFocus||disableOutsideScroll),composedRefs=useComposedRefs(forwardedRef,contentRef,context.onContentChange,setBranchNode),timerRef=import_react.useRef(0),searchRef=import_react.useRef(``),pointerGraceTimerRef=import_react.useRef(0),pointerGraceIntentRef=import_react.useRef(null),pointerDirRef=import_react.useRef(`right`),lastPointerXRef=import_react.useRef(0),shards=import_react.useMemo(()=>disableOutsideScroll?[contentRef,...branchNodes.map(node=>({current:node}))]:[],[contentRef,branchNodes,disableOutsideScroll]),ScrollLockWrapper=disableOutsideScroll?ReactRemoveScroll:import_react.Fragment,scrollLockWrapperProps=disableOutsideScroll?{as:Slot$1,allowPinchZoom:!0,shards}:void 0,handleTypeaheadSearch=__name$2(key=>{
let search=searchRef.current+key,items=getItems().filter(item=>!item.disabled),currentItem=document.activeElement,currentMatch=items.find(item=>item.ref.current===currentItem)?.textValue,nextMatch=getNextMatch(items.map(item=>item.textValue),search,currentMatch),newItem=items.find(item=>item.textValue===nextMatch)?.ref.current;
function updateSearch(value){
searchRef.current=value,window.clearTimeout(timerRef.current),value!==``&&(timerRef.current=window.setTimeout(()=>updateSearch(``),1e3))}
__name$2(updateSearch,`updateSearch`),updateSearch(search),newItem&&setTimeout(()=>newItem.focus())},`handleTypeaheadSearch`);
import_react.useEffect(()=>()=>window.clearTimeout(timerRef.current),[]),useFocusGuards();
let isPointerMovingToSubmenu=import_react.useCallback(event=>pointerDirRef.current===pointerGraceIntentRef.current?.side&&isPointerInGraceArea(event,pointerGraceIntentRef.current?.area),[]);
return(0,import_jsx_runtime.jsx)(MenuContentProvider,{scope:__scopeMenu,searchRef,onItemEnter:import_react.useCallback(event=>{
isPointerMovingToSubmenu(event)&&event.preventDefault()},[isPointerMovingToSubmenu]),onItemLeave:import_react.useCallback(event=>{
isPointerMovingToSubmenu(event)||(contentRef.current?.focus(),setCurrentItemId(null))},[isPointerMovingToSubmenu]),onTriggerLeave:import_react.useCallback(event=>{
isPointerMovingToSubmenu(event)&&event.preventDefault()},[isPointerMovingToSubmenu]),pointerGraceTimerRef,onPointerGraceIntentChange:import_react.useCallback(intent=>{
pointerGraceIntentRef.current=intent},[]),children:(0,import_jsx_runtime.jsx)(FocusScopeBranchProvider,{registry:isModal?branchRegistry:null,children:(0,import_jsx_runtime.jsx)(ScrollLockWrapper,{...scrollLockWrapperProps,children:(0,import_jsx_runtime.jsx)(FocusScope,{asChild:!0,trapped:trapFocus,branches:branchNodes,onMountAutoFocus:composeEventHandlers(onOpenAutoFocus,event=>{
event.preventDefault(),contentRef.current?.focus({preventScroll:!0})}),onUnmountAutoFocus:onCloseAutoFocus,children:(0,import_jsx_runtime.jsx)(DismissableLayer,{asChild:!0,disableOutsidePointerEvents,onEscapeKeyDown,onPointerDownOutside,onFocusOutside,onInteractOutside,onDismiss,children:(0,import_jsx_runtime.jsx)(RovingFocusGroup,{asChild:!0,...rovingFocusGroupScope,dir:rootContext.dir,orientation:`vertical`,loop,currentTabStopId:currentItemId,onCurrentTabStopIdChange:setCurrentItemId,onEntryFocus:composeEventHandlers(onEntryFocus,event=>{
rootContext.isUsingKeyboardRef.current||event.preventDefault()}),preventScrollOnEntryFocus:!0,children:(0,import_jsx_runtime.jsx)(PopperContent,{role:`menu`,"aria-orientation":`vertical`,"data-state":getOpenState(context.open),"data-radix-menu-content":``,dir:rootContext.dir,...popperScope,...contentProps,ref:composedRefs,style:{outline:`none`,...contentProps.style},onKeyDown:composeEventHandlers(contentProps.onKeyDown,event=>{
let isKeyDownInside=event.target.closest(`[data-radix-menu-content]`)===event.currentTarget,isModifierKey=event.ctrlKey||event.altKey||event.metaKey,isCharacterKey=event.key.length===1;
isKeyDownInside&&(event.key===`Tab`&&event.preventDefault(),!isModifierKey&&isCharacterKey&&handleTypeaheadSearch(event.key));
let content=contentRef.current;
if(event.target!==content||!FIRST_LAST_KEYS.includes(event.key))return;
event.preventDefault();
let candidateNodes=getItems().filter(item=>!item.disabled).map(item=>item.ref.current);
LAST_KEYS.includes(event.key)&&candidateNodes.reverse(),focusFirst(candidateNodes)}),onBlur:composeEventHandlers(props.onBlur,event=>{
event.currentTarget.contains(event.target)||(window.clearTimeout(timerRef.current),searchRef.current=``)}),onPointerMove:composeEventHandlers(props.onPointerMove,whenMouse(event=>{
let target=event.target,pointerXHasChanged=lastPointerXRef.current!==event.clientX;
if(event.currentTarget.contains(target)&&pointerXHasChanged){
let newDir=event.clientX>lastPointerXRef.current?`right`:`left`;
pointerDirRef.current=newDir,lastPointerXRef.current=event.clientX}}))})})})})})})})},`MenuContentImpl`)),MenuGroup=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{__scopeMenu,...groupProps}=props;
return(0,import_jsx_runtime.jsx)(Primitive.div,{role:`group`,...groupProps,ref:forwardedRef})},`MenuGroup`)),MenuLabel=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{__scopeMenu,...labelProps}=props;
return(0,import_jsx_runtime.jsx)(Primitive.div,{...labelProps,ref:forwardedRef})},`MenuLabel`)),ITEM_NAME=`MenuItem`,ITEM_SELECT=`menu.itemSelect`,MenuItem=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{disabled=!1,onSelect,...itemProps}=props,ref=import_react.useRef(null),rootContext=useMenuRootContext(ITEM_NAME,props.__scopeMenu),contentContext=useMenuContentContext(ITEM_NAME,props.__scopeMenu),composedRefs=useComposedRefs(forwardedRef,ref),isPointerDownRef=import_react.useRef(!1),handleSelect=__name$2(()=>{
let menuItem=ref.current;
if(!disabled&&menuItem){
let itemSelectEvent=new CustomEvent(ITEM_SELECT,{bubbles:!0,cancelable:!0});
menuItem.addEventListener(ITEM_SELECT,event=>onSelect?.(event),{once:!0}),dispatchDiscreteCustomEvent(menuItem,itemSelectEvent),itemSelectEvent.defaultPrevented?isPointerDownRef.current=!1:rootContext.onClose()}},`handleSelect`);
return(0,import_jsx_runtime.jsx)(MenuItemImpl,{...itemProps,ref:composedRefs,disabled,onClick:composeEventHandlers(props.onClick,handleSelect),onPointerDown:event=>{
props.onPointerDown?.(event),isPointerDownRef.current=!0},onPointerUp:composeEventHandlers(props.onPointerUp,event=>{
isPointerDownRef.current||event.currentTarget?.click()}),onKeyDown:composeEventHandlers(props.onKeyDown,event=>{
disabled||event.target!==event.currentTarget||(contentContext.searchRef.current===``||event.key!==` `)&&SELECTION_KEYS.includes(event.key)&&(event.currentTarget.click(),event.preventDefault())})})},`MenuItem`)),MenuItemImpl=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{__scopeMenu,disabled=!1,textValue,...itemProps}=props,contentContext=useMenuContentContext(ITEM_NAME,__scopeMenu),rovingFocusGroupScope=useRovingFocusGroupScope(__scopeMenu),ref=import_react.useRef(null),composedRefs=useComposedRefs(forwardedRef,ref),[isFocused,setIsFocused]=import_react.useState(!1),[textContent,setTextContent]=import_react.useState(``);
return import_react.useEffect(()=>{
let menuItem=ref.current;
menuItem&&setTextContent((menuItem.textContent??``).trim())},[itemProps.children]),(0,import_jsx_runtime.jsx)(Collection.ItemSlot,{scope:__scopeMenu,disabled,textValue:textValue??textContent,children:(0,import_jsx_runtime.jsx)(RovingFocusGroupItem,{asChild:!0,...rovingFocusGroupScope,focusable:!disabled,children:(0,import_jsx_runtime.jsx)(Primitive.div,{role:`menuitem`,"data-highlighted":isFocused?``:void 0,"aria-disabled":disabled||void 0,"data-disabled":disabled?``:void 0,...itemProps,ref:composedRefs,onPointerMove:composeEventHandlers(props.onPointerMove,whenMouse(event=>{
disabled?contentContext.onItemLeave(event):(contentContext.onItemEnter(event),event.defaultPrevented||event.currentTarget.focus({preventScroll:!0}))})),onPointerLeave:composeEventHandlers(props.onPointerLeave,whenMouse(event=>contentContext.onItemLeave(event))),onFocus:composeEventHandlers(props.onFocus,()=>setIsFocused(!0)),onBlur:composeEventHandlers(props.onBlur,()=>setIsFocused(!1))})})})},`MenuItemImpl`)),MenuCheckboxItem=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{checked=!1,onCheckedChange,...checkboxItemProps}=props;
return(0,import_jsx_runtime.jsx)(ItemIndicatorProvider,{scope:props.__scopeMenu,checked,children:(0,import_jsx_runtime.jsx)(MenuItem,{role:`menuitemcheckbox`,"aria-checked":isIndeterminate(checked)?`mixed`:checked,...checkboxItemProps,ref:forwardedRef,"data-state":getCheckedState(checked),onSelect:composeEventHandlers(checkboxItemProps.onSelect,()=>onCheckedChange?.(isIndeterminate(checked)?!0:!checked),{checkForDefaultPrevented:!1})})})},`MenuCheckboxItem`)),[RadioGroupProvider,useRadioGroupContext]=createMenuContext(`MenuRadioGroup`,{value:void 0,onValueChange:__name$2(()=>{},`onValueChange`)}),MenuRadioGroup=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{value,onValueChange,...groupProps}=props,handleValueChange=useCallbackRef$1(onValueChange);
return(0,import_jsx_runtime.jsx)(RadioGroupProvider,{scope:props.__scopeMenu,value,onValueChange:handleValueChange,children:(0,import_jsx_runtime.jsx)(MenuGroup,{...groupProps,ref:forwardedRef})})},`MenuRadioGroup`)),RADIO_ITEM_NAME=`MenuRadioItem`,MenuRadioItem=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{value,...radioItemProps}=props,context=useRadioGroupContext(RADIO_ITEM_NAME,props.__scopeMenu),checked=value===context.value;
return(0,import_jsx_runtime.jsx)(ItemIndicatorProvider,{scope:props.__scopeMenu,checked,children:(0,import_jsx_runtime.jsx)(MenuItem,{role:`menuitemradio`,"aria-checked":checked,...radioItemProps,ref:forwardedRef,"data-state":getCheckedState(checked),onSelect:composeEventHandlers(radioItemProps.onSelect,()=>context.onValueChange?.(value),{checkForDefaultPrevented:!1})})})},`MenuRadioItem`)),ITEM_INDICATOR_NAME=`MenuItemIndicator`,[ItemIndicatorProvider,useItemIndicatorContext]=createMenuContext(ITEM_INDICATOR_NAME,{checked:!1}),MenuItemIndicator=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{__scopeMenu,forceMount,...itemIndicatorProps}=props,indicatorContext=useItemIndicatorContext(ITEM_INDICATOR_NAME,__scopeMenu);
return(0,import_jsx_runtime.jsx)(Presence,{present:forceMount||isIndeterminate(indicatorContext.checked)||indicatorContext.checked===!0,children:(0,import_jsx_runtime.jsx)(Primitive.span,{...itemIndicatorProps,ref:forwardedRef,"data-state":getCheckedState(indicatorContext.checked)})})},`MenuItemIndicator`)),MenuSeparator=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{__scopeMenu,...separatorProps}=props;
return(0,import_jsx_runtime.jsx)(Primitive.div,{role:`separator`,"aria-orientation":`horizontal`,...separatorProps,ref:forwardedRef})},`MenuSeparator`)),MenuArrow=import_react.forwardRef(__name$2(function(props,forwardedRef){
let{__scopeMenu,...arrowProps}=props,popperScope=usePopperScope$1(__scopeMenu);
return(0,import_jsx_runtime.jsx)(PopperArrow,{...popperScope,...arrowProps,ref:forwardedRef})},`MenuArrow`)),SUB_NAME=`MenuSub`,[MenuSubProvider,useMenuSubContext]=createMenuContext(SUB_NAME),MenuSub=__name$2(props=>{
let{__scopeMenu,children,open=!1,onOpenChange}=props,parentMenuContext=useMenuContext(SUB_NAME,__scopeMenu),popperScope=usePopperScope$1(__scopeMenu),[trigger,setTrigger]=import_react.useState(null),[content,setContent]=import_react.useState(null),handleOpenChange=useCallbackRef$1(onOpenChange);
return import_react.useEffect(()=>(parentMenuContext.open===!1&&handleOpenChange(!1),()=>handleOpenChange(!1)),[parentMenuContext.open,handleOpenChange]),(0,import_jsx_runtime.jsx)(Popper,{...popperScope,children:(0,import_jsx_runtime.jsx)(MenuProvider,{scope:__scopeMenu,open,onOpenChange:handleOpenChange,content,onContentChange:setContent,children:(0,import_jsx_runtime.jsx)(MenuSubProvider,{scope:__scopeMenu,contentId:useId(),triggerId:useId(),trigger,onTriggerChange:setTrigger,children})})})},`MenuSub`),SUB_TRIGGER_NAME=`MenuSubTrigger`,MenuSubTrigger=import_react.forwardRef(__name$2(function(props,forwardedRef){
let context=useMenuContext(SUB_TRIGGER_NAME,props.__scopeMenu),rootContext=useMenuRootContext(SUB_TRIGGER_NAME,props.__scopeMenu),subContext=useMenuSubContext(SUB_TRIGGER_NAME,props.__scopeMenu),contentContext=useMenuContentContext(SUB_TRIGGER_NAME,props.__scopeMenu),openTimerRef=import_react.useRef(null),{pointerGraceTimerRef,onPointerGraceIntentChange}=contentContext,scope={__scopeMenu:props.__scopeMenu},clearOpenTimer=import_react.useCallback(()=>{
openTimerRef.current&&window.clearTimeout(openTimerRef.current),openTimerRef.current=null},[]);
import_react.useEffect(()=>clearOpenTimer,[clearOpenTimer]),import_react.useEffect(()=>{
let pointerGraceTimer=pointerGraceTimerRef.current;
return()=>{
window.clearTimeout(pointerGraceTimer),onPointerGraceIntentChange(null)}},[pointerGraceTimerRef,onPointerGraceIntentChange]);
let composedRefs=useComposedRefs(forwardedRef,subContext.onTriggerChange);
return(0,import_jsx_runtime.jsx)(MenuAnchor,{asChild:!0,...scope,children:(0,import_jsx_runtime.jsx)(MenuItemImpl,{id:subContext.triggerId,"aria-haspopup":`menu`,"aria-expanded":context.open,"aria-controls":context.open?subContext.contentId:void 0,"data-state":getOpenState(context.open),...props,ref:composedRefs,onClick:event=>{
props.onClick?.(event),props.disabled||event.defaultPrevented||(event.currentTarget.focus(),context.open||context.onOpenChange(!0))},onPointerMove:composeEventHandlers(props.onPointerMove,whenMouse(event=>{
contentContext.onItemEnter(event),event.defaultPrevented||props.disabled||context.open||openTimerRef.current||(contentContext.onPointerGraceIntentChange(null),openTimerRef.current=window.setTimeout(()=>{
context.onOpenChange(!0),clearOpenTimer()},100))})),onPointerLeave:composeEventHandlers(props.onPointerLeave,whenMouse(event=>{
clearOpenTimer();
let contentRect=context.content?.getBoundingClientRect();
if(contentRect){
let side=context.content?.dataset.side,rightSide=side===`right`,bleed=rightSide?-5:5,contentNearEdge=contentRect[rightSide?`left`:`right`],contentFarEdge=contentRect[rightSide?`right`:`left`];
contentContext.onPointerGraceIntentChange({area:[{x:event.clientX+bleed,y:event.clientY},{x:contentNearEdge,y:contentRect.top},{x:contentFarEdge,y:contentRect.top},{x:contentFarEdge,y:contentRect.bottom},{x:contentNearEdge,y:contentRect.bottom}],side}),window.clearTimeout(pointerGraceTimerRef.current),pointerGraceTimerRef.current=window.setTimeout(()=>contentContext.onPointerGraceIntentChange(null),300)}else{
if(contentContext.onTriggerLeave(event),event.defaultPrevented)return;
contentContext.onPointerGraceIntentChange(null)}})),onKeyDown:composeEventHandlers(props.onKeyDown,event=>{
props.disabled||event.target!==event.currentTarget||(contentContext.searchRef.current===``||event.key!==` `)&&SUB_OPEN_KEYS[rootContext.dir].includes(event.key)&&(context.onOpenChange(!0),context.content?.focus(),event.preventDefault())})})})},`MenuSubTrigger`)),SUB_CONTENT_NAME=`MenuSubContent`,MenuSubContent=import_react.forwardRef(__name$2(function(props,forwardedRef){
let portalContext=usePortalContext$1(CONTENT_NAME$2,props.__scopeMenu),{forceMount=portalContext.forceMount,align=`start`,...subContentProps}=props,context=useMenuContext(CONTENT_NAME$2,props.__scopeMenu),rootContext=useMenuRootContext(CONTENT_NAME$2,props.__scopeMenu),subContext=useMenuSubContext(SUB_CONTENT_NAME,props.__scopeMenu),ref=import_react.useRef(null),composedRefs=useComposedRefs(forwardedRef,ref);
return(0,import_jsx_runtime.jsx)(Collection.Provider,{scope:props.__scopeMenu,children:(0,import_jsx_runtime.jsx)(Presence,{present:forceMount||context.open,children:(0,import_jsx_runtime.jsx)(Collection.Slot,{scope:props.__scopeMenu,children:(0,import_jsx_runtime.jsx)(MenuContentImpl,{id:subContext.contentId,"aria-labelledby":subContext.triggerId,...subContentProps,ref:composedRefs,align,side:rootContext.dir===Direction.RTL?`left`:`right`,disableOutsidePointerEvents:!1,disableOutsideScroll:!1,trapFocus:!1,onOpenAutoFocus:event=>{
rootContext.isUsingKeyboardRef.current&&ref.current?.focus(),event.preventDefault()},onCloseAutoFocus:event=>event.preventDefault(),onFocusOutside:composeEventHandlers(props.onFocusOutside,event=>{
event.target!==subContext.trigger&&context.onOpenChange(!1)}),onEscapeKeyDown:composeEventHandlers(props.onEscapeKeyDown,event=>{
rootContext.onClose(),event.preventDefault()}),onKeyDown:composeEventHandlers(props.onKeyDown,event=>{
let isKeyDownInside=event.currentTarget.contains(event.target),isCloseKey=SUB_CLOSE_KEYS[rootContext.dir].includes(event.key);
isKeyDownInside&&isCloseKey&&(context.onOpenChange(!1),subContext.trigger?.focus(),event.preventDefault())})})})})})},`MenuSubContent`));
function getOpenState(open){
return open?`open`:`closed`}
__name$2(getOpenState,`getOpenState`);
function isIndeterminate(checked){
return checked===`indeterminate`}
__name$2(isIndeterminate,`isIndeterminate`);
function getCheckedState(checked){
return isIndeterminate(checked)?`indeterminate`:checked?`checked`:`unchecked`}
__name$2(getCheckedState,`getCheckedState`);
function focusFirst(candidates){
let PREVIOUSLY_FOCUSED_ELEMENT=document.activeElement;
for(let candidate of candidates)if(candidate===PREVIOUSLY_FOCUSED_ELEMENT||(candidate.focus(),document.activeElement!==PREVIOUSLY_FOCUSED_ELEMENT))return}
__name$2(focusFirst,`focusFirst`);
function wrapArray(array,startIndex){
return array.map((_,index)=>array[(startIndex+index)%array.length])}
__name$2(wrapArray,`wrapArray`);
function getNextMatch(values,search,currentMatch){
let normalizedSearch=search.length>1&&Array.from(search).every(char=>char===search[0])?search[0]:search,currentMatchIndex=currentMatch?values.indexOf(currentMatch):-1,wrappedValues=wrapArray(values,Math.max(currentMatchIndex,0));
normalizedSearch.length===1&&(wrappedValues=wrappedValues.filter(v=>v!==currentMatch));
let nextMatch=wrappedValues.find(value=>value.toLowerCase().startsWith(normalizedSearch.toLowerCase()));
return nextMatch===currentMatch?void 0:nextMatch}
__name$2(getNextMatch,`getNextMatch`);
function isPointInPolygon(point,polygon){
let{x,y}=point,inside=!1;
for(let i=0,j=polygon.length-1;i<polygon.length;j=i++){
let ii=polygon[i],jj=polygon[j],xi=ii.x,yi=ii.y,xj=jj.x,yj=jj.y;
yi>y!=yj>y&&x<(xj-xi)*(y-yi)/(yj-yi)+xi&&(inside=!inside)}
return inside}
__name$2(isPointInPolygon,`isPointInPolygon`);
function isPointerInGraceArea(event,area){
return area?isPointInPolygon({x:event.clientX,y:event.clientY},area):!1}
__name$2(isPointerInGraceArea,`isPointerInGraceArea`);
function whenMouse(handler){
return event=>event.pointerType===`mouse`?handler(event):void 0}
__name$2(whenMouse,`whenMouse`);
var dist_exports$1=__exportAll({Arrow:()=>DropdownMenuArrow,CheckboxItem:()=>DropdownMenuCheckboxItem,Content:()=>DropdownMenuContent,DropdownMenu:()=>DropdownMenu,DropdownMenuArrow:()=>DropdownMenuArrow,DropdownMenuCheckboxItem:()=>DropdownMenuCheckboxItem,DropdownMenuContent:()=>DropdownMenuContent,DropdownMenuGroup:()=>DropdownMenuGroup,DropdownMenuItem:()=>DropdownMenuItem,DropdownMenuItemIndicator:()=>DropdownMenuItemIndicator,DropdownMenuLabel:()=>DropdownMenuLabel,DropdownMenuPortal:()=>DropdownMenuPortal,DropdownMenuRadioGroup:()=>DropdownMenuRadioGroup,DropdownMenuRadioItem:()=>DropdownMenuRadioItem,DropdownMenuSeparator:()=>DropdownMenuSeparator,DropdownMenuSub:()=>DropdownMenuSub,DropdownMenuSubContent:()=>DropdownMenuSubContent,DropdownMenuSubTrigger:()=>DropdownMenuSubTrigger,DropdownMenuTrigger:()=>DropdownMenuTrigger,Group:()=>DropdownMenuGroup,Item:()=>DropdownMenuItem,ItemIndicator:()=>DropdownMenuItemIndicator,Label:()=>DropdownMenuLabel,Portal:()=>DropdownMenuPortal,RadioGroup:()=>DropdownMenuRadioGroup,RadioItem:()=>DropdownMenuRadioItem,Root:()=>DropdownMenu,Separator:()=>DropdownMenuSeparator,Sub:()=>DropdownMenuSub,SubContent:()=>DropdownMenuSubContent,SubTrigger:()=>DropdownMenuSubTrigger,Trigger:()=>DropdownMenuTrigger,createDropdownMenuScope:()=>createDropdownMenuScope}),__defProp$1=Object.defineProperty,__name$1=(target,value)=>__defProp$1(target,`name`,{value,configurable:!0}),DROPDOWN_MENU_NAME=`DropdownMenu`,[createDropdownMenuContext,createDropdownMenuScope]=createContextScope(DROPDOWN_MENU_NAME,[createMenuScope]),useMenuScope=createMenuScope(),[DropdownMenuProvider,useDropdownMenuContext]=createDropdownMenuContext(DROPDOWN_MENU_NAME),DropdownMenu=__name$1(props=>{
let{__scopeDropdownMenu,children,dir,open:openProp,defaultOpen,onOpenChange,modal=!0}=props,menuScope=useMenuScope(__scopeDropdownMenu),triggerRef=import_react.useRef(null),[open,setOpen]=useControllableState({prop:openProp,defaultProp:defaultOpen??!1,onChange:onOpenChange,caller:DROPDOWN_MENU_NAME});
return(0,import_jsx_runtime.jsx)(DropdownMenuProvider,{scope:__scopeDropdownMenu,triggerId:useId(),triggerRef,contentId:useId(),open,onOpenChange:setOpen,onOpenToggle:import_react.useCallback(()=>setOpen(prevOpen=>!prevOpen),[setOpen]),modal,children:(0,import_jsx_runtime.jsx)(Menu,{...menuScope,open,onOpenChange:setOpen,dir,modal,children})})},`DropdownMenu`),TRIGGER_NAME$1=`DropdownMenuTrigger`,DropdownMenuTrigger=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,disabled=!1,...triggerProps}=props,context=useDropdownMenuContext(TRIGGER_NAME$1,__scopeDropdownMenu),menuScope=useMenuScope(__scopeDropdownMenu),composedRefs=useComposedRefs(forwardedRef,context.triggerRef);
return(0,import_jsx_runtime.jsx)(MenuAnchor,{asChild:!0,...menuScope,children:(0,import_jsx_runtime.jsx)(Primitive.button,{type:`button`,id:context.triggerId,"aria-haspopup":`menu`,"aria-expanded":context.open,"aria-controls":context.open?context.contentId:void 0,"data-state":context.open?`open`:`closed`,"data-disabled":disabled?``:void 0,disabled,...triggerProps,ref:composedRefs,onPointerDown:composeEventHandlers(props.onPointerDown,event=>{
!disabled&&event.button===0&&event.ctrlKey===!1&&(context.onOpenToggle(),context.open||event.preventDefault())}),onKeyDown:composeEventHandlers(props.onKeyDown,event=>{
disabled||([`Enter`,` `].includes(event.key)&&context.onOpenToggle(),event.key===`ArrowDown`&&context.onOpenChange(!0),[`Enter`,` `,`ArrowDown`].includes(event.key)&&event.preventDefault())})})})},`DropdownMenuTrigger`)),DropdownMenuPortal=__name$1(props=>{
let{__scopeDropdownMenu,...portalProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuPortal,{...menuScope,...portalProps})},`DropdownMenuPortal`),CONTENT_NAME$1=`DropdownMenuContent`,DropdownMenuContent=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...contentProps}=props,context=useDropdownMenuContext(CONTENT_NAME$1,__scopeDropdownMenu),menuScope=useMenuScope(__scopeDropdownMenu),hasInteractedOutsideRef=import_react.useRef(!1);
return(0,import_jsx_runtime.jsx)(MenuContent,{id:context.contentId,"aria-labelledby":context.triggerId,...menuScope,...contentProps,ref:forwardedRef,onCloseAutoFocus:composeEventHandlers(props.onCloseAutoFocus,event=>{
hasInteractedOutsideRef.current||context.triggerRef.current?.focus(),hasInteractedOutsideRef.current=!1,event.preventDefault()}),onInteractOutside:composeEventHandlers(props.onInteractOutside,event=>{
let originalEvent=event.detail.originalEvent,ctrlLeftClick=originalEvent.button===0&&originalEvent.ctrlKey===!0,isRightClick=originalEvent.button===2||ctrlLeftClick;
(!context.modal||isRightClick)&&(hasInteractedOutsideRef.current=!0)}),style:{...props.style,"--radix-dropdown-menu-content-transform-origin":`var(--radix-popper-transform-origin)`,"--radix-dropdown-menu-content-available-width":`var(--radix-popper-available-width)`,"--radix-dropdown-menu-content-available-height":`var(--radix-popper-available-height)`,"--radix-dropdown-menu-trigger-width":`var(--radix-popper-anchor-width)`,"--radix-dropdown-menu-trigger-height":`var(--radix-popper-anchor-height)`}})},`DropdownMenuContent`)),DropdownMenuGroup=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...groupProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuGroup,{...menuScope,...groupProps,ref:forwardedRef})},`DropdownMenuGroup`)),DropdownMenuLabel=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...labelProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuLabel,{...menuScope,...labelProps,ref:forwardedRef})},`DropdownMenuLabel`)),DropdownMenuItem=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...itemProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuItem,{...menuScope,...itemProps,ref:forwardedRef})},`DropdownMenuItem`)),DropdownMenuCheckboxItem=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...checkboxItemProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuCheckboxItem,{...menuScope,...checkboxItemProps,ref:forwardedRef})},`DropdownMenuCheckboxItem`)),DropdownMenuRadioGroup=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...radioGroupProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuRadioGroup,{...menuScope,...radioGroupProps,ref:forwardedRef})},`DropdownMenuRadioGroup`)),DropdownMenuRadioItem=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...radioItemProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuRadioItem,{...menuScope,...radioItemProps,ref:forwardedRef})},`DropdownMenuRadioItem`)),DropdownMenuItemIndicator=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...itemIndicatorProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuItemIndicator,{...menuScope,...itemIndicatorProps,ref:forwardedRef})},`DropdownMenuItemIndicator`)),DropdownMenuSeparator=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...separatorProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuSeparator,{...menuScope,...separatorProps,ref:forwardedRef})},`DropdownMenuSeparator`)),DropdownMenuArrow=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...arrowProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuArrow,{...menuScope,...arrowProps,ref:forwardedRef})},`DropdownMenuArrow`)),DropdownMenuSub=__name$1(props=>{
let{__scopeDropdownMenu,children,open:openProp,onOpenChange,defaultOpen}=props,menuScope=useMenuScope(__scopeDropdownMenu),[open,setOpen]=useControllableState({prop:openProp,defaultProp:defaultOpen??!1,onChange:onOpenChange,caller:`DropdownMenuSub`});
return(0,import_jsx_runtime.jsx)(MenuSub,{...menuScope,open,onOpenChange:setOpen,children})},`DropdownMenuSub`),DropdownMenuSubTrigger=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...subTriggerProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuSubTrigger,{...menuScope,...subTriggerProps,ref:forwardedRef})},`DropdownMenuSubTrigger`)),DropdownMenuSubContent=import_react.forwardRef(__name$1(function(props,forwardedRef){
let{__scopeDropdownMenu,...subContentProps}=props,menuScope=useMenuScope(__scopeDropdownMenu);
return(0,import_jsx_runtime.jsx)(MenuSubContent,{...menuScope,...subContentProps,ref:forwardedRef,style:{...props.style,"--radix-dropdown-menu-content-transform-origin":`var(--radix-popper-transform-origin)`,"--radix-dropdown-menu-content-available-width":`var(--radix-popper-available-width)`,"--radix-dropdown-menu-content-available-height":`var(--radix-popper-available-height)`,"--radix-dropdown-menu-trigger-width":`var(--radix-popper-anchor-width)`,"--radix-dropdown-menu-trigger-height":`var(--radix-popper-anchor-height)`}})},`DropdownMenuSubContent`)),dist_exports=__exportAll({Anchor:()=>PopoverAnchor,Arrow:()=>PopoverArrow,Close:()=>PopoverClose,Content:()=>PopoverContent,Description:()=>PopoverDescription,Popover:()=>Popover,PopoverAnchor:()=>PopoverAnchor,PopoverArrow:()=>PopoverArrow,PopoverClose:()=>PopoverClose,PopoverContent:()=>PopoverContent,PopoverDescription:()=>PopoverDescription,PopoverPortal:()=>PopoverPortal,PopoverTitle:()=>PopoverTitle,PopoverTrigger:()=>PopoverTrigger,Portal:()=>PopoverPortal,Root:()=>Popover,Title:()=>PopoverTitle,Trigger:()=>PopoverTrigger,createPopoverScope:()=>createPopoverScope}),__defProp=Object.defineProperty,__name=(target,value)=>__defProp(target,`name`,{value,configurable:!0}),POPOVER_NAME=`Popover`,[createPopoverContext,createPopoverScope]=createContextScope(POPOVER_NAME,[createPopperScope]),usePopperScope=createPopperScope(),[PopoverProvider,usePopoverContext]=createPopoverContext(POPOVER_NAME),Popover=__name(props=>{
let{__scopePopover,children,open:openProp,defaultOpen,onOpenChange,modal=!1}=props,popperScope=usePopperScope(__scopePopover),triggerRef=import_react.useRef(null),[hasCustomAnchor,setHasCustomAnchor]=import_react.useState(!1),[titleCount,setTitleCount]=import_react.useState(0),[descriptionCount,setDescriptionCount]=import_react.useState(0),[open,setOpen]=useControllableState({prop:openProp,defaultProp:defaultOpen??!1,onChange:onOpenChange,caller:POPOVER_NAME});
return(0,import_jsx_runtime.jsx)(Popper,{...popperScope,children:(0,import_jsx_runtime.jsx)(PopoverProvider,{scope:__scopePopover,contentId:useId(),titleId:useId(),descriptionId:useId(),titlePresent:titleCount>0,descriptionPresent:descriptionCount>0,setTitleCount,setDescriptionCount,triggerRef,open,onOpenChange:setOpen,onOpenToggle:import_react.useCallback(()=>setOpen(prevOpen=>!prevOpen),[setOpen]),hasCustomAnchor,onCustomAnchorAdd:import_react.useCallback(()=>setHasCustomAnchor(!0),[]),onCustomAnchorRemove:import_react.useCallback(()=>setHasCustomAnchor(!1),[]),modal,children})})},`Popover`),ANCHOR_NAME=`PopoverAnchor`,PopoverAnchor=import_react.forwardRef(__name(function(props,forwardedRef){
let{__scopePopover,...anchorProps}=props,context=usePopoverContext(ANCHOR_NAME,__scopePopover),popperScope=usePopperScope(__scopePopover),{onCustomAnchorAdd,onCustomAnchorRemove}=context;
return import_react.useEffect(()=>(onCustomAnchorAdd(),()=>onCustomAnchorRemove()),[onCustomAnchorAdd,onCustomAnchorRemove]),(0,import_jsx_runtime.jsx)(PopperAnchor,{...popperScope,...anchorProps,ref:forwardedRef})},`PopoverAnchor`)),TRIGGER_NAME=`PopoverTrigger`,PopoverTrigger=import_react.forwardRef(__name(function(props,forwardedRef){
let{__scopePopover,...triggerProps}=props,context=usePopoverContext(TRIGGER_NAME,__scopePopover),popperScope=usePopperScope(__scopePopover),composedTriggerRef=useComposedRefs(forwardedRef,context.triggerRef),trigger=(0,import_jsx_runtime.jsx)(Primitive.button,{type:`button`,"aria-haspopup":`dialog`,"aria-expanded":context.open,"aria-controls":context.open?context.contentId:void 0,"data-state":getState(context.open),...triggerProps,ref:composedTriggerRef,onClick:composeEventHandlers(props.onClick,context.onOpenToggle)});
return context.hasCustomAnchor?trigger:(0,import_jsx_runtime.jsx)(PopperAnchor,{asChild:!0,...popperScope,children:trigger})},`PopoverTrigger`)),PORTAL_NAME=`PopoverPortal`,[PortalProvider,usePortalContext]=createPopoverContext(PORTAL_NAME,{forceMount:void 0}),PopoverPortal=__name(props=>{
let{__scopePopover,forceMount,children,container}=props,context=usePopoverContext(PORTAL_NAME,__scopePopover);
return(0,import_jsx_runtime.jsx)(PortalProvider,{scope:__scopePopover,forceMount,children:(0,import_jsx_runtime.jsx)(Presence,{present:forceMount||context.open,children:(0,import_jsx_runtime.jsx)(Portal,{asChild:!0,container,children})})})},`PopoverPortal`),CONTENT_NAME=`PopoverContent`,PopoverContent=import_react.forwardRef(__name(function(props,forwardedRef){
let portalContext=usePortalContext(CONTENT_NAME,props.__scopePopover),{forceMount=portalContext.forceMount,...contentProps}=props,context=usePopoverContext(CONTENT_NAME,props.__scopePopover);
return(0,import_jsx_runtime.jsx)(Presence,{present:forceMount||context.open,children:context.modal?(0,import_jsx_runtime.jsx)(PopoverContentModal,{...contentProps,ref:forwardedRef}):(0,import_jsx_runtime.jsx)(PopoverContentNonModal,{...contentProps,ref:forwardedRef})})},`PopoverContent`)),Slot=createSlot(`PopoverContent.RemoveScroll`),PopoverContentModal=import_react.forwardRef(__name(function(props,forwardedRef){
let context=usePopoverContext(CONTENT_NAME,props.__scopePopover),contentRef=import_react.useRef(null),composedRefs=useComposedRefs(forwardedRef,contentRef),isRightClickOutsideRef=import_react.useRef(!1),{nodes:branchNodes,registry:branchRegistry}=useFocusScopeBranchRegistry();
return import_react.useEffect(()=>{
let content=contentRef.current;
if(content)return hideOthers(content)},[]),(0,import_jsx_runtime.jsx)(ReactRemoveScroll,{as:Slot,allowPinchZoom:!0,shards:import_react.useMemo(()=>[contentRef,...branchNodes.map(node=>({current:node}))],[contentRef,branchNodes]),children:(0,import_jsx_runtime.jsx)(PopoverContentImpl,{...props,ref:composedRefs,branchNodes,branchRegistry,trapFocus:context.open,disableOutsidePointerEvents:!0,onCloseAutoFocus:composeEventHandlers(props.onCloseAutoFocus,event=>{
event.preventDefault(),isRightClickOutsideRef.current||context.triggerRef.current?.focus()}),onPointerDownOutside:composeEventHandlers(props.onPointerDownOutside,event=>{
let originalEvent=event.detail.originalEvent,ctrlLeftClick=originalEvent.button===0&&originalEvent.ctrlKey===!0,isRightClick=originalEvent.button===2||ctrlLeftClick;
isRightClickOutsideRef.current=isRightClick},{checkForDefaultPrevented:!1}),onFocusOutside:composeEventHandlers(props.onFocusOutside,event=>event.preventDefault(),{checkForDefaultPrevented:!1})})})},`PopoverContentModal`)),PopoverContentNonModal=import_react.forwardRef(__name(function(props,forwardedRef){
let context=usePopoverContext(CONTENT_NAME,props.__scopePopover),hasInteractedOutsideRef=import_react.useRef(!1),hasPointerDownOutsideRef=import_react.useRef(!1);
return(0,import_jsx_runtime.jsx)(PopoverContentImpl,{...props,ref:forwardedRef,trapFocus:!1,disableOutsidePointerEvents:!1,onCloseAutoFocus:event=>{
props.onCloseAutoFocus?.(event),event.defaultPrevented||(hasInteractedOutsideRef.current||context.triggerRef.current?.focus(),event.preventDefault()),hasInteractedOutsideRef.current=!1,hasPointerDownOutsideRef.current=!1},onInteractOutside:event=>{
props.onInteractOutside?.(event),event.defaultPrevented||(hasInteractedOutsideRef.current=!0,event.detail.originalEvent.type===`pointerdown`&&(hasPointerDownOutsideRef.current=!0));
let target=event.target;
context.triggerRef.current?.contains(target)&&event.preventDefault(),event.detail.originalEvent.type===`focusin`&&hasPointerDownOutsideRef.current&&event.preventDefault()}})},`PopoverContentNonModal`)),PopoverContentImpl=import_react.forwardRef(__name(function(props,forwardedRef){
let{__scopePopover,trapFocus,onOpenAutoFocus,onCloseAutoFocus,disableOutsidePointerEvents,onEscapeKeyDown,onPointerDownOutside,onFocusOutside,onInteractOutside,"aria-describedby":ariaDescribedby,branchNodes,branchRegistry,...contentProps}=props,context=usePopoverContext(CONTENT_NAME,__scopePopover),popperScope=usePopperScope(__scopePopover),[contentNode,setContentNode]=import_react.useState(null),composedRefs=useComposedRefs(forwardedRef,setContentNode);
return useFocusScopeBranch(contentNode),useFocusGuards(),(0,import_jsx_runtime.jsx)(FocusScopeBranchProvider,{registry:branchRegistry,children:(0,import_jsx_runtime.jsx)(FocusScope,{asChild:!0,loop:!0,trapped:trapFocus,branches:branchNodes,onMountAutoFocus:onOpenAutoFocus,onUnmountAutoFocus:onCloseAutoFocus,children:(0,import_jsx_runtime.jsx)(DismissableLayer,{asChild:!0,disableOutsidePointerEvents,onInteractOutside,onEscapeKeyDown,onPointerDownOutside,onFocusOutside,onDismiss:()=>context.onOpenChange(!1),deferPointerDownOutside:!0,children:(0,import_jsx_runtime.jsx)(PopperContent,{"data-state":getState(context.open),role:`dialog`,id:context.contentId,"aria-labelledby":context.titlePresent?context.titleId:void 0,"aria-describedby":context.descriptionPresent?concatAriaDescribedby(ariaDescribedby,context.descriptionId):ariaDescribedby,...popperScope,...contentProps,ref:composedRefs,style:{...contentProps.style,"--radix-popover-content-transform-origin":`var(--radix-popper-transform-origin)`,"--radix-popover-content-available-width":`var(--radix-popper-available-width)`,"--radix-popover-content-available-height":`var(--radix-popper-available-height)`,"--radix-popover-trigger-width":`var(--radix-popper-anchor-width)`,"--radix-popover-trigger-height":`var(--radix-popper-anchor-height)`}})})})})},`PopoverContentImpl`)),PopoverTitle=import_react.forwardRef(__name(function(props,forwardedRef){
let{__scopePopover,...titleProps}=props,context=usePopoverContext(`PopoverTitle`,__scopePopover),{setTitleCount}=context;
return useLayoutEffect2(()=>(setTitleCount(count=>count+1),()=>setTitleCount(count=>count-1)),[setTitleCount]),(0,import_jsx_runtime.jsx)(Primitive.h2,{id:context.titleId,...titleProps,ref:forwardedRef})},`PopoverTitle`)),PopoverDescription=import_react.forwardRef(__name(function(props,forwardedRef){
let{__scopePopover,...descriptionProps}=props,context=usePopoverContext(`PopoverDescription`,__scopePopover),{setDescriptionCount}=context;
return useLayoutEffect2(()=>(setDescriptionCount(count=>count+1),()=>setDescriptionCount(count=>count-1)),[setDescriptionCount]),(0,import_jsx_runtime.jsx)(Primitive.p,{id:context.descriptionId,...descriptionProps,ref:forwardedRef})},`PopoverDescription`)),CLOSE_NAME=`PopoverClose`,PopoverClose=import_react.forwardRef(__name(function(props,forwardedRef){
let{__scopePopover,...closeProps}=props,context=usePopoverContext(CLOSE_NAME,__scopePopover);
return(0,import_jsx_runtime.jsx)(Primitive.button,{type:`button`,...closeProps,ref:forwardedRef,onClick:composeEventHandlers(props.onClick,()=>context.onOpenChange(!1))})},`PopoverClose`)),PopoverArrow=import_react.forwardRef(__name(function(props,forwardedRef){
let{__scopePopover,...arrowProps}=props,popperScope=usePopperScope(__scopePopover);
return(0,import_jsx_runtime.jsx)(PopperArrow,{...popperScope,...arrowProps,ref:forwardedRef})},`PopoverArrow`));
function getState(open){
return open?`open`:`closed`}
__name(getState,`getState`);
function concatAriaDescribedby(...values){
let ids=new Set;
for(let value of values)if(typeof value==`string`)for(let id of String(value).trim().split(/\s+/))id&&ids.add(id);
return ids.size>0?Array.from(ids).join(` `):void 0}
__name(concatAriaDescribedby,`concatAriaDescribedby`);
export{dist_exports as a,PopoverTrigger as i,PopoverContent as n,dist_exports$1 as o,PopoverPortal as r,dist_exports$2 as s,Popover as t};
