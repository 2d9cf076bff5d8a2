import{r as __toESM}from"./rolldown-runtime.js";
import{A as noop,C as QueryObserver,D as Subscribable,E as notifyManager,I as require_react,M as shouldThrowError,O as hashKey,P as useQueryClient,S as getDefaultState,T as hasPreviousPage,b as useBaseQuery,j as shallowEqualObjects,w as hasNextPage}from"./lib-react.js";
var InfiniteQueryObserver=class extends QueryObserver{
constructor(client,options){
super(client,options)}
bindMethods(){
super.bindMethods(),this.fetchNextPage=this.fetchNextPage.bind(this),this.fetchPreviousPage=this.fetchPreviousPage.bind(this)}
setOptions(options){
options._type=`infinite`,super.setOptions(options)}
getOptimisticResult(options){
return options._type=`infinite`,super.getOptimisticResult(options)}
fetchNextPage(options){
return this.fetch({...options,meta:{fetchMore:{direction:`forward`}}})}
fetchPreviousPage(options){
return this.fetch({...options,meta:{fetchMore:{direction:`backward`}}})}
createResult(query,options){
let{state}=query,parentResult=super.createResult(query,options),{isFetching,isRefetching,isError,isRefetchError}=parentResult,fetchDirection=state.fetchMeta?.fetchMore?.direction,isFetchNextPageError=isError&&fetchDirection===`forward`,isFetchingNextPage=isFetching&&fetchDirection===`forward`,isFetchPreviousPageError=isError&&fetchDirection===`backward`,isFetchingPreviousPage=isFetching&&fetchDirection===`backward`;
return{...parentResult,fetchNextPage:this.fetchNextPage,fetchPreviousPage:this.fetchPreviousPage,hasNextPage:hasNextPage(options,state.data),hasPreviousPage:hasPreviousPage(options,state.data),isFetchNextPageError,isFetchingNextPage,isFetchPreviousPageError,isFetchingPreviousPage,isRefetchError:isRefetchError&&!isFetchNextPageError&&!isFetchPreviousPageError,isRefetching:isRefetching&&!isFetchingNextPage&&!isFetchingPreviousPage}}},MutationObserver=class extends Subscribable{
#client;
#currentResult=void 0;
#currentMutation;
#mutateOptions;
constructor(client,options){
super(),this.#client=client,this.setOptions(options),this.bindMethods(),this.#updateResult()}
bindMethods(){
this.mutate=this.mutate.bind(this),this.reset=this.reset.bind(this)}
setOptions(options){
let prevOptions=this.options;
this.options=this.#client.defaultMutationOptions(options),shallowEqualObjects(this.options,prevOptions)||this.#client.getMutationCache().notify({type:`observerOptionsUpdated`,mutation:this.#currentMutation,observer:this}),prevOptions?.mutationKey&&this.options.mutationKey&&hashKey(prevOptions.mutationKey)!==hashKey(this.options.mutationKey)?this.reset():this.#currentMutation?.state.status===`pending`&&this.#currentMutation.setOptions(this.options)}
onSubscribe(){
this.listeners.size===1&&this.#currentMutation&&(this.#currentMutation.addObserver(this),this.#updateResult())}
onUnsubscribe(){
this.hasListeners()||this.#currentMutation?.removeObserver(this)}
onMutationUpdate(action){
this.#updateResult(),this.#notify(action)}
getCurrentResult(){
return this.#currentResult}
reset(){
this.#currentMutation?.removeObserver(this),this.#currentMutation=void 0,this.#updateResult(),this.#notify()}
mutate(variables,options){
return this.#mutateOptions=options,this.#currentMutation?.removeObserver(this),this.#currentMutation=this.#client.getMutationCache().build(this.#client,this.options),this.#currentMutation.addObserver(this),this.#currentMutation.execute(variables)}
#updateResult(){
let state=this.#currentMutation?.state??getDefaultState();
this.#currentResult={...state,isPending:state.status===`pending`,isSuccess:state.status===`success`,isError:state.status===`error`,isIdle:state.status===`idle`,mutate:this.mutate,reset:this.reset}}
#notify(action){
notifyManager.batch(()=>{
let mutateOptions=this.#mutateOptions;
if(mutateOptions&&this.hasListeners()){
let variables=this.#currentResult.variables,onMutateResult=this.#currentResult.context,context={client:this.#client,meta:this.options.meta,mutationKey:this.options.mutationKey};
if(action?.type===`success`){
try{
mutateOptions.onSuccess?.(action.data,variables,onMutateResult,context)}catch(e){
Promise.reject(e)}
try{
mutateOptions.onSettled?.(action.data,null,variables,onMutateResult,context)}catch(e){
Promise.reject(e)}}else if(action?.type===`error`){
try{
mutateOptions.onError?.(action.error,variables,onMutateResult,context)}catch(e){
Promise.reject(e)}
try{
mutateOptions.onSettled?.(void 0,action.error,variables,onMutateResult,context)}catch(e){
Promise.reject(e)}}}
this.listeners.forEach(listener=>{
listener(this.#currentResult)})})}},import_react=__toESM(require_react(),1);
function useMutation(options,queryClient){
let client=useQueryClient(queryClient),[observer]=import_react.useState(()=>new MutationObserver(client,options));
import_react.useEffect(()=>{
observer.setOptions(options)},[observer,options]);
let result=import_react.useSyncExternalStore(import_react.useCallback(onStoreChange=>observer.subscribe(notifyManager.batchCalls(onStoreChange)),[observer]),()=>observer.getCurrentResult(),()=>observer.getCurrentResult()),mutate=import_react.useCallback((...args)=>{
observer.mutate(args[0],args[1]).catch(noop)},[observer]);
if(result.error&&shouldThrowError(observer.options.throwOnError,[result.error]))throw result.error;
return{...result,mutate,mutateAsync:result.mutate}}
function useInfiniteQuery(options,queryClient){
return useBaseQuery(options,InfiniteQueryObserver,queryClient)}
export{useMutation as n,useInfiniteQuery as t};
