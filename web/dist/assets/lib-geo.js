function ascending(a,b){
return a==null||b==null?NaN:a<b?-1:a>b?1:a>=b?0:NaN}
function descending(a,b){
return a==null||b==null?NaN:b<a?-1:b>a?1:b>=a?0:NaN}
function bisector(f){
let compare1,compare2,delta;
f.length===2?(compare1=f===ascending||f===descending?f:zero,compare2=f,delta=f):(compare1=ascending,compare2=(d,x)=>ascending(f(d),x),delta=(d,x)=>f(d)-x);
function left(a,x,lo=0,hi=a.length){
if(lo<hi){
if(compare1(x,x)!==0)return hi;
do{
let mid=lo+hi>>>1;
compare2(a[mid],x)<0?lo=mid+1:hi=mid}while(lo<hi)}
return lo}
function right(a,x,lo=0,hi=a.length){
if(lo<hi){
if(compare1(x,x)!==0)return hi;
do{
let mid=lo+hi>>>1;
compare2(a[mid],x)<=0?lo=mid+1:hi=mid}while(lo<hi)}
return lo}
function center(a,x,lo=0,hi=a.length){
let i=left(a,x,lo,hi-1);
return i>lo&&delta(a[i-1],x)>-delta(a[i],x)?i-1:i}
return{left,center,right}}
function zero(){
return 0}
function number(x){
return x===null?NaN:+x}
var ascendingBisect=bisector(ascending);
ascendingBisect.right,ascendingBisect.left,bisector(number).center;
var Adder=class{
constructor(){
this._partials=new Float64Array(32),this._n=0}
add(x){
let p=this._partials,i=0;
for(let j=0;j<this._n&&j<32;j++){
let y=p[j],hi=x+y,lo=Math.abs(x)<Math.abs(y)?x-(hi-y):y-(hi-x);
lo&&(p[i++]=lo),x=hi}
return p[i]=x,this._n=i+1,this}
valueOf(){
let p=this._partials,n=this._n,x,y,lo,hi=0;
if(n>0){
for(hi=p[--n];n>0&&(x=hi,y=p[--n],hi=x+y,lo=y-(hi-x),!lo););
n>0&&(lo<0&&p[n-1]<0||lo>0&&p[n-1]>0)&&(y=lo*2,x=hi+y,y==x-hi&&(hi=x))}
return hi}};
Array.prototype.slice;
function*flatten(arrays){
for(let array of arrays)yield*array}
function merge(arrays){
return Array.from(flatten(arrays))}
var epsilon=1e-6,epsilon2=1e-12,pi=Math.PI,halfPi=pi/2,quarterPi=pi/4,tau=pi*2,degrees=180/pi,radians=pi/180,abs=Math.abs,atan=Math.atan,atan2=Math.atan2,cos=Math.cos,sin=Math.sin,sign=Math.sign||function(x){
return x>0?1:x<0?-1:0},sqrt=Math.sqrt;
function acos(x){
return x>1?0:x<-1?pi:Math.acos(x)}
function asin(x){
return x>1?halfPi:x<-1?-halfPi:Math.asin(x)}
function noop(){}
function streamGeometry(geometry,stream){
geometry&&streamGeometryType.hasOwnProperty(geometry.type)&&streamGeometryType[geometry.type](geometry,stream)}
var streamObjectType={Feature:function(object,stream){
streamGeometry(object.geometry,stream)},FeatureCollection:function(object,stream){
for(var features=object.features,i=-1,n=features.length;++i<n;)streamGeometry(features[i].geometry,stream)}},streamGeometryType={Sphere:function(object,stream){
stream.sphere()},Point:function(object,stream){
object=object.coordinates,stream.point(object[0],object[1],object[2])},MultiPoint:function(object,stream){
for(var coordinates=object.coordinates,i=-1,n=coordinates.length;++i<n;)object=coordinates[i],stream.point(object[0],object[1],object[2])},LineString:function(object,stream){
streamLine(object.coordinates,stream,0)},MultiLineString:function(object,stream){
for(var coordinates=object.coordinates,i=-1,n=coordinates.length;++i<n;)streamLine(coordinates[i],stream,0)},Polygon:function(object,stream){
streamPolygon(object.coordinates,stream)},MultiPolygon:function(object,stream){
for(var coordinates=object.coordinates,i=-1,n=coordinates.length;++i<n;)streamPolygon(coordinates[i],stream)},GeometryCollection:function(object,stream){
for(var geometries=object.geometries,i=-1,n=geometries.length;++i<n;)streamGeometry(geometries[i],stream)}};
function streamLine(coordinates,stream,closed){
var i=-1,n=coordinates.length-closed,coordinate;
for(stream.lineStart();++i<n;)coordinate=coordinates[i],stream.point(coordinate[0],coordinate[1],coordinate[2]);
stream.lineEnd()}
function streamPolygon(coordinates,stream){
var i=-1,n=coordinates.length;
for(stream.polygonStart();++i<n;)streamLine(coordinates[i],stream,1);
stream.polygonEnd()}
function geoStream(object,stream){
object&&streamObjectType.hasOwnProperty(object.type)?streamObjectType[object.type](object,stream):streamGeometry(object,stream)}
new Adder,new Adder;
function spherical(cartesian){
return[atan2(cartesian[1],cartesian[0]),asin(cartesian[2])]}
function cartesian(spherical){
var lambda=spherical[0],phi=spherical[1],cosPhi=cos(phi);
return[cosPhi*cos(lambda),cosPhi*sin(lambda),sin(phi)]}
function cartesianDot(a,b){
return a[0]*b[0]+a[1]*b[1]+a[2]*b[2]}
function cartesianCross(a,b){
return[a[1]*b[2]-a[2]*b[1],a[2]*b[0]-a[0]*b[2],a[0]*b[1]-a[1]*b[0]]}
function cartesianAddInPlace(a,b){
a[0]+=b[0],a[1]+=b[1],a[2]+=b[2]}
function cartesianScale(vector,k){
return[vector[0]*k,vector[1]*k,vector[2]*k]}
function cartesianNormalizeInPlace(d){
var l=sqrt(d[0]*d[0]+d[1]*d[1]+d[2]*d[2]);
d[0]/=l,d[1]/=l,d[2]/=l}
function compose(a,b){
function compose(x,y){
return x=a(x,y),b(x[0],x[1])}
return a.invert&&b.invert&&(compose.invert=function(x,y){
return x=b.invert(x,y),x&&a.invert(x[0],x[1])}),compose}
function rotationIdentity(lambda,phi){
return abs(lambda)>pi&&(lambda-=Math.round(lambda/tau)*tau),[lambda,phi]}
rotationIdentity.invert=rotationIdentity;
function rotateRadians(deltaLambda,deltaPhi,deltaGamma){
return(deltaLambda%=tau)?deltaPhi||deltaGamma?compose(rotationLambda(deltaLambda),rotationPhiGamma(deltaPhi,deltaGamma)):rotationLambda(deltaLambda):deltaPhi||deltaGamma?rotationPhiGamma(deltaPhi,deltaGamma):rotationIdentity}
function forwardRotationLambda(deltaLambda){
return function(lambda,phi){
return lambda+=deltaLambda,abs(lambda)>pi&&(lambda-=Math.round(lambda/tau)*tau),[lambda,phi]}}
function rotationLambda(deltaLambda){
var rotation=forwardRotationLambda(deltaLambda);
return rotation.invert=forwardRotationLambda(-deltaLambda),rotation}
function rotationPhiGamma(deltaPhi,deltaGamma){
var cosDeltaPhi=cos(deltaPhi),sinDeltaPhi=sin(deltaPhi),cosDeltaGamma=cos(deltaGamma),sinDeltaGamma=sin(deltaGamma);
function rotation(lambda,phi){
var cosPhi=cos(phi),x=cos(lambda)*cosPhi,y=sin(lambda)*cosPhi,z=sin(phi),k=z*cosDeltaPhi+x*sinDeltaPhi;
return[atan2(y*cosDeltaGamma-k*sinDeltaGamma,x*cosDeltaPhi-z*sinDeltaPhi),asin(k*cosDeltaGamma+y*sinDeltaGamma)]}
return rotation.invert=function(lambda,phi){
var cosPhi=cos(phi),x=cos(lambda)*cosPhi,y=sin(lambda)*cosPhi,z=sin(phi),k=z*cosDeltaGamma-y*sinDeltaGamma;
return[atan2(y*cosDeltaGamma+z*sinDeltaGamma,x*cosDeltaPhi+k*sinDeltaPhi),asin(k*cosDeltaPhi-x*sinDeltaPhi)]},rotation}
function circleStream(stream,radius,delta,direction,t0,t1){
if(delta){
var cosRadius=cos(radius),sinRadius=sin(radius),step=direction*delta;
t0==null?(t0=radius+direction*tau,t1=radius-step/2):(t0=circleRadius(cosRadius,t0),t1=circleRadius(cosRadius,t1),(direction>0?t0<t1:t0>t1)&&(t0+=direction*tau));
for(var point,t=t0;direction>0?t>t1:t<t1;t-=step)point=spherical([cosRadius,-sinRadius*cos(t),-sinRadius*sin(t)]),stream.point(point[0],point[1])}}
function circleRadius(cosRadius,point){
point=cartesian(point),point[0]-=cosRadius,cartesianNormalizeInPlace(point);
var radius=acos(-point[1]);
return((-point[2]<0?-radius:radius)+tau-epsilon)%tau}
function clipBuffer(){
var lines=[],line;
return{point:function(x,y,m){
line.push([x,y,m])},lineStart:function(){
lines.push(line=[])},lineEnd:noop,rejoin:function(){
lines.length>1&&lines.push(lines.pop().concat(lines.shift()))},result:function(){
var result=lines;
return lines=[],line=null,result}}}
function pointEqual(a,b){
return abs(a[0]-b[0])<epsilon&&abs(a[1]-b[1])<epsilon}
function Intersection(point,points,other,entry){
this.x=point,this.z=points,this.o=other,this.e=entry,this.v=!1,this.n=this.p=null}
function clipRejoin(segments,compareIntersection,startInside,interpolate,stream){
var subject=[],clip=[],i,n;
if(segments.forEach(function(segment){
if(!((n=segment.length-1)<=0)){
var n,p0=segment[0],p1=segment[n],x;
if(pointEqual(p0,p1)){
if(!p0[2]&&!p1[2]){
for(stream.lineStart(),i=0;i<n;++i)stream.point((p0=segment[i])[0],p0[1]);
stream.lineEnd();
return}
p1[0]+=2*epsilon}
subject.push(x=new Intersection(p0,segment,null,!0)),clip.push(x.o=new Intersection(p0,null,x,!1)),subject.push(x=new Intersection(p1,segment,null,!1)),clip.push(x.o=new Intersection(p1,null,x,!0))}}),subject.length){
for(clip.sort(compareIntersection),link(subject),link(clip),i=0,n=clip.length;i<n;++i)clip[i].e=startInside=!startInside;
for(var start=subject[0],points,point;;){
for(var current=start,isSubject=!0;current.v;)if((current=current.n)===start)return;
points=current.z,stream.lineStart();
do{
if(current.v=current.o.v=!0,current.e){
if(isSubject)for(i=0,n=points.length;i<n;++i)stream.point((point=points[i])[0],point[1]);else interpolate(current.x,current.n.x,1,stream);
current=current.n}else{
if(isSubject)for(points=current.p.z,i=points.length-1;i>=0;--i)stream.point((point=points[i])[0],point[1]);else interpolate(current.x,current.p.x,-1,stream);
current=current.p}
current=current.o,points=current.z,isSubject=!isSubject}while(!current.v);
stream.lineEnd()}}}
function link(array){
if(n=array.length){
for(var n,i=0,a=array[0],b;++i<n;)a.n=b=array[i],b.p=a,a=b;
a.n=b=array[0],b.p=a}}
function longitude(point){
return abs(point[0])<=pi?point[0]:sign(point[0])*((abs(point[0])+pi)%tau-pi)}
function polygonContains(polygon,point){
var lambda=longitude(point),phi=point[1],sinPhi=sin(phi),normal=[sin(lambda),-cos(lambda),0],angle=0,winding=0,sum=new Adder;
sinPhi===1?phi=halfPi+epsilon:sinPhi===-1&&(phi=-halfPi-epsilon);
for(var i=0,n=polygon.length;i<n;++i)if(m=(ring=polygon[i]).length)for(var ring,m,point0=ring[m-1],lambda0=longitude(point0),phi0=point0[1]/2+quarterPi,sinPhi0=sin(phi0),cosPhi0=cos(phi0),j=0;j<m;++j,lambda0=lambda1,sinPhi0=sinPhi1,cosPhi0=cosPhi1,point0=point1){
var point1=ring[j],lambda1=longitude(point1),phi1=point1[1]/2+quarterPi,sinPhi1=sin(phi1),cosPhi1=cos(phi1),delta=lambda1-lambda0,sign=delta>=0?1:-1,absDelta=sign*delta,antimeridian=absDelta>pi,k=sinPhi0*sinPhi1;
if(sum.add(atan2(k*sign*sin(absDelta),cosPhi0*cosPhi1+k*cos(absDelta))),angle+=antimeridian?delta+sign*tau:delta,antimeridian^lambda0>=lambda^lambda1>=lambda){
var arc=cartesianCross(cartesian(point0),cartesian(point1));
cartesianNormalizeInPlace(arc);
var intersection=cartesianCross(normal,arc);
cartesianNormalizeInPlace(intersection);
var phiArc=(antimeridian^delta>=0?-1:1)*asin(intersection[2]);
(phi>phiArc||phi===phiArc&&(arc[0]||arc[1]))&&(winding+=antimeridian^delta>=0?1:-1)}}
return(angle<-epsilon||angle<epsilon&&sum<-epsilon2)^winding&1}
function clip(pointVisible,clipLine,interpolate,start){
return function(sink){
var line=clipLine(sink),ringBuffer=clipBuffer(),ringSink=clipLine(ringBuffer),polygonStarted=!1,polygon,segments,ring,clip={point,lineStart,lineEnd,polygonStart:function(){
clip.point=pointRing,clip.lineStart=ringStart,clip.lineEnd=ringEnd,segments=[],polygon=[]},polygonEnd:function(){
clip.point=point,clip.lineStart=lineStart,clip.lineEnd=lineEnd,segments=merge(segments);
var startInside=polygonContains(polygon,start);
segments.length?(polygonStarted||=(sink.polygonStart(),!0),clipRejoin(segments,compareIntersection,startInside,interpolate,sink)):startInside&&(polygonStarted||=(sink.polygonStart(),!0),sink.lineStart(),interpolate(null,null,1,sink),sink.lineEnd()),polygonStarted&&=(sink.polygonEnd(),!1),segments=polygon=null},sphere:function(){
sink.polygonStart(),sink.lineStart(),interpolate(null,null,1,sink),sink.lineEnd(),sink.polygonEnd()}};
function point(lambda,phi){
pointVisible(lambda,phi)&&sink.point(lambda,phi)}
function pointLine(lambda,phi){
line.point(lambda,phi)}
function lineStart(){
clip.point=pointLine,line.lineStart()}
function lineEnd(){
clip.point=point,line.lineEnd()}
function pointRing(lambda,phi){
ring.push([lambda,phi]),ringSink.point(lambda,phi)}
function ringStart(){
ringSink.lineStart(),ring=[]}
function ringEnd(){
pointRing(ring[0][0],ring[0][1]),ringSink.lineEnd();
var clean=ringSink.clean(),ringSegments=ringBuffer.result(),i,n=ringSegments.length,m,segment,point;
if(ring.pop(),polygon.push(ring),ring=null,n){
if(clean&1){
if(segment=ringSegments[0],(m=segment.length-1)>0){
for(polygonStarted||=(sink.polygonStart(),!0),sink.lineStart(),i=0;i<m;++i)sink.point((point=segment[i])[0],point[1]);
sink.lineEnd()}}else n>1&&clean&2&&ringSegments.push(ringSegments.pop().concat(ringSegments.shift())),segments.push(ringSegments.filter(validSegment))}}
return clip}}
function validSegment(segment){
return segment.length>1}
function compareIntersection(a,b){
return((a=a.x)[0]<0?a[1]-halfPi-epsilon:halfPi-a[1])-((b=b.x)[0]<0?b[1]-halfPi-epsilon:halfPi-b[1])}
var clipAntimeridian=clip(function(){
return!0},clipAntimeridianLine,clipAntimeridianInterpolate,[-pi,-halfPi]);
function clipAntimeridianLine(stream){
var lambda0=NaN,phi0=NaN,sign0=NaN,clean;
return{lineStart:function(){
stream.lineStart(),clean=1},point:function(lambda1,phi1){
var sign1=lambda1>0?pi:-pi,delta=abs(lambda1-lambda0);
abs(delta-pi)<epsilon?(stream.point(lambda0,phi0=(phi0+phi1)/2>0?halfPi:-halfPi),stream.point(sign0,phi0),stream.lineEnd(),stream.lineStart(),stream.point(sign1,phi0),stream.point(lambda1,phi0),clean=0):sign0!==sign1&&delta>=pi&&(abs(lambda0-sign0)<epsilon&&(lambda0-=sign0*epsilon),abs(lambda1-sign1)<epsilon&&(lambda1-=sign1*epsilon),phi0=clipAntimeridianIntersect(lambda0,phi0,lambda1,phi1),stream.point(sign0,phi0),stream.lineEnd(),stream.lineStart(),stream.point(sign1,phi0),clean=0),stream.point(lambda0=lambda1,phi0=phi1),sign0=sign1},lineEnd:function(){
stream.lineEnd(),lambda0=phi0=NaN},clean:function(){
return 2-clean}}}
function clipAntimeridianIntersect(lambda0,phi0,lambda1,phi1){
var cosPhi0,cosPhi1,sinLambda0Lambda1=sin(lambda0-lambda1);
return abs(sinLambda0Lambda1)>epsilon?atan((sin(phi0)*(cosPhi1=cos(phi1))*sin(lambda1)-sin(phi1)*(cosPhi0=cos(phi0))*sin(lambda0))/(cosPhi0*cosPhi1*sinLambda0Lambda1)):(phi0+phi1)/2}
function clipAntimeridianInterpolate(from,to,direction,stream){
var phi;
if(from==null)phi=direction*halfPi,stream.point(-pi,phi),stream.point(0,phi),stream.point(pi,phi),stream.point(pi,0),stream.point(pi,-phi),stream.point(0,-phi),stream.point(-pi,-phi),stream.point(-pi,0),stream.point(-pi,phi);else if(abs(from[0]-to[0])>epsilon){
var lambda=from[0]<to[0]?pi:-pi;
phi=direction*lambda/2,stream.point(-lambda,phi),stream.point(0,phi),stream.point(lambda,phi)}else stream.point(to[0],to[1])}
function clipCircle(radius){
var cr=cos(radius),delta=2*radians,smallRadius=cr>0,notHemisphere=abs(cr)>epsilon;
function interpolate(from,to,direction,stream){
circleStream(stream,radius,delta,direction,from,to)}
function visible(lambda,phi){
return cos(lambda)*cos(phi)>cr}
function clipLine(stream){
var point0,c0,v0,v00,clean;
return{lineStart:function(){
v00=v0=!1,clean=1},point:function(lambda,phi){
var point1=[lambda,phi],point2,v=visible(lambda,phi),c=smallRadius?v?0:code(lambda,phi):v?code(lambda+(lambda<0?pi:-pi),phi):0;
if(!point0&&(v00=v0=v)&&stream.lineStart(),v!==v0&&(point2=intersect(point0,point1),(!point2||pointEqual(point0,point2)||pointEqual(point1,point2))&&(point1[2]=1)),v!==v0)clean=0,v?(stream.lineStart(),point2=intersect(point1,point0),stream.point(point2[0],point2[1])):(point2=intersect(point0,point1),stream.point(point2[0],point2[1],2),stream.lineEnd()),point0=point2;else if(notHemisphere&&point0&&smallRadius^v){
var t;
!(c&c0)&&(t=intersect(point1,point0,!0))&&(clean=0,smallRadius?(stream.lineStart(),stream.point(t[0][0],t[0][1]),stream.point(t[1][0],t[1][1]),stream.lineEnd()):(stream.point(t[1][0],t[1][1]),stream.lineEnd(),stream.lineStart(),stream.point(t[0][0],t[0][1],3)))}
!v||point0&&pointEqual(point0,point1)||stream.point(point1[0],point1[1]),point0=point1,v0=v,c0=c},lineEnd:function(){
v0&&stream.lineEnd(),point0=null},clean:function(){
return clean|(v00&&v0)<<1}}}
function intersect(a,b,two){
var pa=cartesian(a),pb=cartesian(b),n1=[1,0,0],n2=cartesianCross(pa,pb),n2n2=cartesianDot(n2,n2),n1n2=n2[0],determinant=n2n2-n1n2*n1n2;
if(!determinant)return!two&&a;
var c1=cr*n2n2/determinant,c2=-cr*n1n2/determinant,n1xn2=cartesianCross(n1,n2),A=cartesianScale(n1,c1);
cartesianAddInPlace(A,cartesianScale(n2,c2));
var u=n1xn2,w=cartesianDot(A,u),uu=cartesianDot(u,u),t2=w*w-uu*(cartesianDot(A,A)-1);
if(!(t2<0)){
var t=sqrt(t2),q=cartesianScale(u,(-w-t)/uu);
if(cartesianAddInPlace(q,A),q=spherical(q),!two)return q;
var lambda0=a[0],lambda1=b[0],phi0=a[1],phi1=b[1],z;
lambda1<lambda0&&(z=lambda0,lambda0=lambda1,lambda1=z);
var delta=lambda1-lambda0,polar=abs(delta-pi)<epsilon,meridian=polar||delta<epsilon;
if(!polar&&phi1<phi0&&(z=phi0,phi0=phi1,phi1=z),meridian?polar?phi0+phi1>0^q[1]<(abs(q[0]-lambda0)<epsilon?phi0:phi1):phi0<=q[1]&&q[1]<=phi1:delta>pi^(lambda0<=q[0]&&q[0]<=lambda1)){
var q1=cartesianScale(u,(-w+t)/uu);
return cartesianAddInPlace(q1,A),[q,spherical(q1)]}}}
function code(lambda,phi){
var r=smallRadius?radius:pi-radius,code=0;
return lambda<-r?code|=1:lambda>r&&(code|=2),phi<-r?code|=4:phi>r&&(code|=8),code}
return clip(visible,clipLine,interpolate,smallRadius?[0,-radius]:[-pi,radius-pi])}
function clipLine(a,b,x0,y0,x1,y1){
var ax=a[0],ay=a[1],bx=b[0],by=b[1],t0=0,t1=1,dx=bx-ax,dy=by-ay,r=x0-ax;
if(!(!dx&&r>0)){
if(r/=dx,dx<0){
if(r<t0)return;
r<t1&&(t1=r)}else if(dx>0){
if(r>t1)return;
r>t0&&(t0=r)}
if(r=x1-ax,!(!dx&&r<0)){
if(r/=dx,dx<0){
if(r>t1)return;
r>t0&&(t0=r)}else if(dx>0){
if(r<t0)return;
r<t1&&(t1=r)}
if(r=y0-ay,!(!dy&&r>0)){
if(r/=dy,dy<0){
if(r<t0)return;
r<t1&&(t1=r)}else if(dy>0){
if(r>t1)return;
r>t0&&(t0=r)}
if(r=y1-ay,!(!dy&&r<0)){
if(r/=dy,dy<0){
if(r>t1)return;
r>t0&&(t0=r)}else if(dy>0){
if(r<t0)return;
r<t1&&(t1=r)}
return t0>0&&(a[0]=ax+t0*dx,a[1]=ay+t0*dy),t1<1&&(b[0]=ax+t1*dx,b[1]=ay+t1*dy),!0}}}}}
var clipMax=1e9,clipMin=-clipMax;
function clipRectangle(x0,y0,x1,y1){
function visible(x,y){
return x0<=x&&x<=x1&&y0<=y&&y<=y1}
function interpolate(from,to,direction,stream){
var a=0,a1=0;
if(from==null||(a=corner(from,direction))!==(a1=corner(to,direction))||comparePoint(from,to)<0^direction>0)do stream.point(a===0||a===3?x0:x1,a>1?y1:y0);while((a=(a+direction+4)%4)!==a1);else stream.point(to[0],to[1])}
function corner(p,direction){
return abs(p[0]-x0)<epsilon?direction>0?0:3:abs(p[0]-x1)<epsilon?direction>0?2:1:abs(p[1]-y0)<epsilon?+(direction>0):direction>0?3:2}
function compareIntersection(a,b){
return comparePoint(a.x,b.x)}
function comparePoint(a,b){
var ca=corner(a,1),cb=corner(b,1);
return ca===cb?ca===0?b[1]-a[1]:ca===1?a[0]-b[0]:ca===2?a[1]-b[1]:b[0]-a[0]:ca-cb}
return function(stream){
var activeStream=stream,bufferStream=clipBuffer(),segments,polygon,ring,x__,y__,v__,x_,y_,v_,first,clean,clipStream={point,lineStart,lineEnd,polygonStart,polygonEnd};
function point(x,y){
visible(x,y)&&activeStream.point(x,y)}
function polygonInside(){
for(var winding=0,i=0,n=polygon.length;i<n;++i)for(var ring=polygon[i],j=1,m=ring.length,point=ring[0],a0,a1,b0=point[0],b1=point[1];j<m;++j)a0=b0,a1=b1,point=ring[j],b0=point[0],b1=point[1],a1<=y1?b1>y1&&(b0-a0)*(y1-a1)>(b1-a1)*(x0-a0)&&++winding:b1<=y1&&(b0-a0)*(y1-a1)<(b1-a1)*(x0-a0)&&--winding;
return winding}
function polygonStart(){
activeStream=bufferStream,segments=[],polygon=[],clean=!0}
function polygonEnd(){
var startInside=polygonInside(),cleanInside=clean&&startInside,visible=(segments=merge(segments)).length;
(cleanInside||visible)&&(stream.polygonStart(),cleanInside&&(stream.lineStart(),interpolate(null,null,1,stream),stream.lineEnd()),visible&&clipRejoin(segments,compareIntersection,startInside,interpolate,stream),stream.polygonEnd()),activeStream=stream,segments=polygon=ring=null}
function lineStart(){
clipStream.point=linePoint,polygon&&polygon.push(ring=[]),first=!0,v_=!1,x_=y_=NaN}
function lineEnd(){
segments&&(linePoint(x__,y__),v__&&v_&&bufferStream.rejoin(),segments.push(bufferStream.result())),clipStream.point=point,v_&&activeStream.lineEnd()}
function linePoint(x,y){
var v=visible(x,y);
if(polygon&&ring.push([x,y]),first)x__=x,y__=y,v__=v,first=!1,v&&(activeStream.lineStart(),activeStream.point(x,y));else if(v&&v_)activeStream.point(x,y);else{
var a=[x_=Math.max(clipMin,Math.min(clipMax,x_)),y_=Math.max(clipMin,Math.min(clipMax,y_))],b=[x=Math.max(clipMin,Math.min(clipMax,x)),y=Math.max(clipMin,Math.min(clipMax,y))];
clipLine(a,b,x0,y0,x1,y1)?(v_||(activeStream.lineStart(),activeStream.point(a[0],a[1])),activeStream.point(b[0],b[1]),v||activeStream.lineEnd(),clean=!1):v&&(activeStream.lineStart(),activeStream.point(x,y),clean=!1)}
x_=x,y_=y,v_=v}
return clipStream}}
var identity$1=x=>x,areaSum=new Adder,areaRingSum=new Adder,x00$2,y00$2,x0$3,y0$3,areaStream={point:noop,lineStart:noop,lineEnd:noop,polygonStart:function(){
areaStream.lineStart=areaRingStart,areaStream.lineEnd=areaRingEnd},polygonEnd:function(){
areaStream.lineStart=areaStream.lineEnd=areaStream.point=noop,areaSum.add(abs(areaRingSum)),areaRingSum=new Adder},result:function(){
var area=areaSum/2;
return areaSum=new Adder,area}};
function areaRingStart(){
areaStream.point=areaPointFirst}
function areaPointFirst(x,y){
areaStream.point=areaPoint,x00$2=x0$3=x,y00$2=y0$3=y}
function areaPoint(x,y){
areaRingSum.add(y0$3*x-x0$3*y),x0$3=x,y0$3=y}
function areaRingEnd(){
areaPoint(x00$2,y00$2)}
var x0$2=1/0,y0$2=x0$2,x1=-x0$2,y1=x1,boundsStream={point:boundsPoint,lineStart:noop,lineEnd:noop,polygonStart:noop,polygonEnd:noop,result:function(){
var bounds=[[x0$2,y0$2],[x1,y1]];
return x1=y1=-(y0$2=x0$2=1/0),bounds}};
function boundsPoint(x,y){
x<x0$2&&(x0$2=x),x>x1&&(x1=x),y<y0$2&&(y0$2=y),y>y1&&(y1=y)}
var X0=0,Y0=0,Z0=0,X1=0,Y1=0,Z1=0,X2=0,Y2=0,Z2=0,x00$1,y00$1,x0$1,y0$1,centroidStream={point:centroidPoint,lineStart:centroidLineStart,lineEnd:centroidLineEnd,polygonStart:function(){
centroidStream.lineStart=centroidRingStart,centroidStream.lineEnd=centroidRingEnd},polygonEnd:function(){
centroidStream.point=centroidPoint,centroidStream.lineStart=centroidLineStart,centroidStream.lineEnd=centroidLineEnd},result:function(){
var centroid=Z2?[X2/Z2,Y2/Z2]:Z1?[X1/Z1,Y1/Z1]:Z0?[X0/Z0,Y0/Z0]:[NaN,NaN];
return X0=Y0=Z0=X1=Y1=Z1=X2=Y2=Z2=0,centroid}};
function centroidPoint(x,y){
X0+=x,Y0+=y,++Z0}
function centroidLineStart(){
centroidStream.point=centroidPointFirstLine}
function centroidPointFirstLine(x,y){
centroidStream.point=centroidPointLine,centroidPoint(x0$1=x,y0$1=y)}
function centroidPointLine(x,y){
var dx=x-x0$1,dy=y-y0$1,z=sqrt(dx*dx+dy*dy);
X1+=z*(x0$1+x)/2,Y1+=z*(y0$1+y)/2,Z1+=z,centroidPoint(x0$1=x,y0$1=y)}
function centroidLineEnd(){
centroidStream.point=centroidPoint}
function centroidRingStart(){
centroidStream.point=centroidPointFirstRing}
function centroidRingEnd(){
centroidPointRing(x00$1,y00$1)}
function centroidPointFirstRing(x,y){
centroidStream.point=centroidPointRing,centroidPoint(x00$1=x0$1=x,y00$1=y0$1=y)}
function centroidPointRing(x,y){
var dx=x-x0$1,dy=y-y0$1,z=sqrt(dx*dx+dy*dy);
X1+=z*(x0$1+x)/2,Y1+=z*(y0$1+y)/2,Z1+=z,z=y0$1*x-x0$1*y,X2+=z*(x0$1+x),Y2+=z*(y0$1+y),Z2+=z*3,centroidPoint(x0$1=x,y0$1=y)}
function PathContext(context){
this._context=context}
PathContext.prototype={_radius:4.5,pointRadius:function(_){
return this._radius=_,this},polygonStart:function(){
this._line=0},polygonEnd:function(){
this._line=NaN},lineStart:function(){
this._point=0},lineEnd:function(){
this._line===0&&this._context.closePath(),this._point=NaN},point:function(x,y){
switch(this._point){
case 0:
this._context.moveTo(x,y),this._point=1;
break;
case 1:
this._context.lineTo(x,y);
break;
default:
this._context.moveTo(x+this._radius,y),this._context.arc(x,y,this._radius,0,tau)}},result:noop};
var lengthSum=new Adder,lengthRing,x00,y00,x0,y0,lengthStream={point:noop,lineStart:function(){
lengthStream.point=lengthPointFirst},lineEnd:function(){
lengthRing&&lengthPoint(x00,y00),lengthStream.point=noop},polygonStart:function(){
lengthRing=!0},polygonEnd:function(){
lengthRing=null},result:function(){
var length=+lengthSum;
return lengthSum=new Adder,length}};
function lengthPointFirst(x,y){
lengthStream.point=lengthPoint,x00=x0=x,y00=y0=y}
function lengthPoint(x,y){
x0-=x,y0-=y,lengthSum.add(sqrt(x0*x0+y0*y0)),x0=x,y0=y}
var cacheDigits,cacheAppend,cacheRadius,cacheCircle,PathString=class{
constructor(digits){
this._append=digits==null?append:appendRound(digits),this._radius=4.5,this._=``}
pointRadius(_){
return this._radius=+_,this}
polygonStart(){
this._line=0}
polygonEnd(){
this._line=NaN}
lineStart(){
this._point=0}
lineEnd(){
this._line===0&&(this._+=`Z`),this._point=NaN}
point(x,y){
switch(this._point){
case 0:
this._append`M${x},${y}`,this._point=1;
break;
case 1:
this._append`L${x},${y}`;
break;
default:
if(this._append`M${x},${y}`,this._radius!==cacheRadius||this._append!==cacheAppend){
let r=this._radius,s=this._;
this._=``,this._append`m0,${r}a${r},${r} 0 1,1 0,${-2*r}a${r},${r} 0 1,1 0,${2*r}z`,cacheRadius=r,cacheAppend=this._append,cacheCircle=this._,this._=s}
this._+=cacheCircle}}
result(){
let result=this._;
return this._=``,result.length?result:null}};
function append(strings){
let i=1;
this._+=strings[0];
for(let j=strings.length;i<j;++i)this._+=arguments[i]+strings[i]}
function appendRound(digits){
let d=Math.floor(digits);
if(!(d>=0))throw RangeError(`invalid digits: ${digits}`);
if(d>15)return append;
if(d!==cacheDigits){
let k=10**d;
cacheDigits=d,cacheAppend=function(strings){
let i=1;
this._+=strings[0];
for(let j=strings.length;i<j;++i)this._+=Math.round(arguments[i]*k)/k+strings[i]}}
return cacheAppend}
function index(projection,context){
let digits=3,pointRadius=4.5,projectionStream,contextStream;
function path(object){
return object&&(typeof pointRadius==`function`&&contextStream.pointRadius(+pointRadius.apply(this,arguments)),geoStream(object,projectionStream(contextStream))),contextStream.result()}
return path.area=function(object){
return geoStream(object,projectionStream(areaStream)),areaStream.result()},path.measure=function(object){
return geoStream(object,projectionStream(lengthStream)),lengthStream.result()},path.bounds=function(object){
return geoStream(object,projectionStream(boundsStream)),boundsStream.result()},path.centroid=function(object){
return geoStream(object,projectionStream(centroidStream)),centroidStream.result()},path.projection=function(_){
return arguments.length?(projectionStream=_==null?(projection=null,identity$1):(projection=_).stream,path):projection},path.context=function(_){
return arguments.length?(contextStream=_==null?(context=null,new PathString(digits)):new PathContext(context=_),typeof pointRadius!=`function`&&contextStream.pointRadius(pointRadius),path):context},path.pointRadius=function(_){
return arguments.length?(pointRadius=typeof _==`function`?_:(contextStream.pointRadius(+_),+_),path):pointRadius},path.digits=function(_){
if(!arguments.length)return digits;
if(_==null)digits=null;else{
let d=Math.floor(_);
if(!(d>=0))throw RangeError(`invalid digits: ${_}`);
digits=d}
return context===null&&(contextStream=new PathString(digits)),path},path.projection(projection).digits(digits).context(context)}
function transformer(methods){
return function(stream){
var s=new TransformStream;
for(var key in methods)s[key]=methods[key];
return s.stream=stream,s}}
function TransformStream(){}
TransformStream.prototype={constructor:TransformStream,point:function(x,y){
this.stream.point(x,y)},sphere:function(){
this.stream.sphere()},lineStart:function(){
this.stream.lineStart()},lineEnd:function(){
this.stream.lineEnd()},polygonStart:function(){
this.stream.polygonStart()},polygonEnd:function(){
this.stream.polygonEnd()}};
function fit(projection,fitBounds,object){
var clip=projection.clipExtent&&projection.clipExtent();
return projection.scale(150).translate([0,0]),clip!=null&&projection.clipExtent(null),geoStream(object,projection.stream(boundsStream)),fitBounds(boundsStream.result()),clip!=null&&projection.clipExtent(clip),projection}
function fitExtent(projection,extent,object){
return fit(projection,function(b){
var w=extent[1][0]-extent[0][0],h=extent[1][1]-extent[0][1],k=Math.min(w/(b[1][0]-b[0][0]),h/(b[1][1]-b[0][1])),x=+extent[0][0]+(w-k*(b[1][0]+b[0][0]))/2,y=+extent[0][1]+(h-k*(b[1][1]+b[0][1]))/2;
projection.scale(150*k).translate([x,y])},object)}
function fitSize(projection,size,object){
return fitExtent(projection,[[0,0],size],object)}
function fitWidth(projection,width,object){
return fit(projection,function(b){
var w=+width,k=w/(b[1][0]-b[0][0]),x=(w-k*(b[1][0]+b[0][0]))/2,y=-k*b[0][1];
projection.scale(150*k).translate([x,y])},object)}
function fitHeight(projection,height,object){
return fit(projection,function(b){
var h=+height,k=h/(b[1][1]-b[0][1]),x=-k*b[0][0],y=(h-k*(b[1][1]+b[0][1]))/2;
projection.scale(150*k).translate([x,y])},object)}
var maxDepth=16,cosMinDistance=cos(30*radians);
function resample(project,delta2){
return+delta2?resample$1(project,delta2):resampleNone(project)}
function resampleNone(project){
return transformer({point:function(x,y){
x=project(x,y),this.stream.point(x[0],x[1])}})}
function resample$1(project,delta2){
function resampleLineTo(x0,y0,lambda0,a0,b0,c0,x1,y1,lambda1,a1,b1,c1,depth,stream){
var dx=x1-x0,dy=y1-y0,d2=dx*dx+dy*dy;
if(d2>4*delta2&&depth--){
var a=a0+a1,b=b0+b1,c=c0+c1,m=sqrt(a*a+b*b+c*c),phi2=asin(c/=m),lambda2=abs(abs(c)-1)<epsilon||abs(lambda0-lambda1)<epsilon?(lambda0+lambda1)/2:atan2(b,a),p=project(lambda2,phi2),x2=p[0],y2=p[1],dx2=x2-x0,dy2=y2-y0,dz=dy*dx2-dx*dy2;
(dz*dz/d2>delta2||abs((dx*dx2+dy*dy2)/d2-.5)>.3||a0*a1+b0*b1+c0*c1<cosMinDistance)&&(resampleLineTo(x0,y0,lambda0,a0,b0,c0,x2,y2,lambda2,a/=m,b/=m,c,depth,stream),stream.point(x2,y2),resampleLineTo(x2,y2,lambda2,a,b,c,x1,y1,lambda1,a1,b1,c1,depth,stream))}}
return function(stream){
var lambda00,x00,y00,a00,b00,c00,lambda0,x0,y0,a0,b0,c0,resampleStream={point,lineStart,lineEnd,polygonStart:function(){
stream.polygonStart(),resampleStream.lineStart=ringStart},polygonEnd:function(){
stream.polygonEnd(),resampleStream.lineStart=lineStart}};
function point(x,y){
x=project(x,y),stream.point(x[0],x[1])}
function lineStart(){
x0=NaN,resampleStream.point=linePoint,stream.lineStart()}
function linePoint(lambda,phi){
var c=cartesian([lambda,phi]),p=project(lambda,phi);
resampleLineTo(x0,y0,lambda0,a0,b0,c0,x0=p[0],y0=p[1],lambda0=lambda,a0=c[0],b0=c[1],c0=c[2],maxDepth,stream),stream.point(x0,y0)}
function lineEnd(){
resampleStream.point=point,stream.lineEnd()}
function ringStart(){
lineStart(),resampleStream.point=ringPoint,resampleStream.lineEnd=ringEnd}
function ringPoint(lambda,phi){
linePoint(lambda00=lambda,phi),x00=x0,y00=y0,a00=a0,b00=b0,c00=c0,resampleStream.point=linePoint}
function ringEnd(){
resampleLineTo(x0,y0,lambda0,a0,b0,c0,x00,y00,lambda00,a00,b00,c00,maxDepth,stream),resampleStream.lineEnd=lineEnd,lineEnd()}
return resampleStream}}
var transformRadians=transformer({point:function(x,y){
this.stream.point(x*radians,y*radians)}});
function transformRotate(rotate){
return transformer({point:function(x,y){
var r=rotate(x,y);
return this.stream.point(r[0],r[1])}})}
function scaleTranslate(k,dx,dy,sx,sy){
function transform(x,y){
return x*=sx,y*=sy,[dx+k*x,dy-k*y]}
return transform.invert=function(x,y){
return[(x-dx)/k*sx,(dy-y)/k*sy]},transform}
function scaleTranslateRotate(k,dx,dy,sx,sy,alpha){
if(!alpha)return scaleTranslate(k,dx,dy,sx,sy);
var cosAlpha=cos(alpha),sinAlpha=sin(alpha),a=cosAlpha*k,b=sinAlpha*k,ai=cosAlpha/k,bi=sinAlpha/k,ci=(sinAlpha*dy-cosAlpha*dx)/k,fi=(sinAlpha*dx+cosAlpha*dy)/k;
function transform(x,y){
return x*=sx,y*=sy,[a*x-b*y+dx,dy-b*x-a*y]}
return transform.invert=function(x,y){
return[sx*(ai*x-bi*y+ci),sy*(fi-bi*x-ai*y)]},transform}
function projection(project){
return projectionMutator(function(){
return project})()}
function projectionMutator(projectAt){
var project,k=150,x=480,y=250,lambda=0,phi=0,deltaLambda=0,deltaPhi=0,deltaGamma=0,rotate,alpha=0,sx=1,sy=1,theta=null,preclip=clipAntimeridian,x0=null,y0,x1,y1,postclip=identity$1,delta2=.5,projectResample,projectTransform,projectRotateTransform,cache,cacheStream;
function projection(point){
return projectRotateTransform(point[0]*radians,point[1]*radians)}
function invert(point){
return point=projectRotateTransform.invert(point[0],point[1]),point&&[point[0]*degrees,point[1]*degrees]}
projection.stream=function(stream){
return cache&&cacheStream===stream?cache:cache=transformRadians(transformRotate(rotate)(preclip(projectResample(postclip(cacheStream=stream)))))},projection.preclip=function(_){
return arguments.length?(preclip=_,theta=void 0,reset()):preclip},projection.postclip=function(_){
return arguments.length?(postclip=_,x0=y0=x1=y1=null,reset()):postclip},projection.clipAngle=function(_){
return arguments.length?(preclip=+_?clipCircle(theta=_*radians):(theta=null,clipAntimeridian),reset()):theta*degrees},projection.clipExtent=function(_){
return arguments.length?(postclip=_==null?(x0=y0=x1=y1=null,identity$1):clipRectangle(x0=+_[0][0],y0=+_[0][1],x1=+_[1][0],y1=+_[1][1]),reset()):x0==null?null:[[x0,y0],[x1,y1]]},projection.scale=function(_){
return arguments.length?(k=+_,recenter()):k},projection.translate=function(_){
return arguments.length?(x=+_[0],y=+_[1],recenter()):[x,y]},projection.center=function(_){
return arguments.length?(lambda=_[0]%360*radians,phi=_[1]%360*radians,recenter()):[lambda*degrees,phi*degrees]},projection.rotate=function(_){
return arguments.length?(deltaLambda=_[0]%360*radians,deltaPhi=_[1]%360*radians,deltaGamma=_.length>2?_[2]%360*radians:0,recenter()):[deltaLambda*degrees,deltaPhi*degrees,deltaGamma*degrees]},projection.angle=function(_){
return arguments.length?(alpha=_%360*radians,recenter()):alpha*degrees},projection.reflectX=function(_){
return arguments.length?(sx=_?-1:1,recenter()):sx<0},projection.reflectY=function(_){
return arguments.length?(sy=_?-1:1,recenter()):sy<0},projection.precision=function(_){
return arguments.length?(projectResample=resample(projectTransform,delta2=_*_),reset()):sqrt(delta2)},projection.fitExtent=function(extent,object){
return fitExtent(projection,extent,object)},projection.fitSize=function(size,object){
return fitSize(projection,size,object)},projection.fitWidth=function(width,object){
return fitWidth(projection,width,object)},projection.fitHeight=function(height,object){
return fitHeight(projection,height,object)};
function recenter(){
var center=scaleTranslateRotate(k,0,0,sx,sy,alpha).apply(null,project(lambda,phi)),transform=scaleTranslateRotate(k,x-center[0],y-center[1],sx,sy,alpha);
return rotate=rotateRadians(deltaLambda,deltaPhi,deltaGamma),projectTransform=compose(project,transform),projectRotateTransform=compose(rotate,projectTransform),projectResample=resample(projectTransform,delta2),reset()}
function reset(){
return cache=cacheStream=null,projection}
return function(){
return project=projectAt.apply(this,arguments),projection.invert=project.invert&&invert,recenter()}}
function azimuthalRaw(scale){
return function(x,y){
var cx=cos(x),cy=cos(y),k=scale(cx*cy);
return k===1/0?[2,0]:[k*cy*sin(x),k*sin(y)]}}
function azimuthalInvert(angle){
return function(x,y){
var z=sqrt(x*x+y*y),c=angle(z),sc=sin(c),cc=cos(c);
return[atan2(x*sc,z*cc),asin(z&&y*sc/z)]}}
var azimuthalEqualAreaRaw=azimuthalRaw(function(cxcy){
return sqrt(2/(1+cxcy))});
azimuthalEqualAreaRaw.invert=azimuthalInvert(function(z){
return 2*asin(z/2)});
var azimuthalEquidistantRaw=azimuthalRaw(function(c){
return(c=acos(c))&&c/sin(c)});
azimuthalEquidistantRaw.invert=azimuthalInvert(function(z){
return z});
function equirectangularRaw(lambda,phi){
return[lambda,phi]}
equirectangularRaw.invert=equirectangularRaw;
var A1=1.340264,A2=-.081106,A3=893e-6,A4=.003796,M=sqrt(3)/2,iterations=12;
function equalEarthRaw(lambda,phi){
var l=asin(M*sin(phi)),l2=l*l,l6=l2*l2*l2;
return[lambda*cos(l)/(M*(A1+3*A2*l2+l6*(7*A3+9*A4*l2))),l*(A1+A2*l2+l6*(A3+A4*l2))]}
equalEarthRaw.invert=function(x,y){
for(var l=y,l2=l*l,l6=l2*l2*l2,i=0,delta,fy,fpy;i<iterations&&(fy=l*(A1+A2*l2+l6*(A3+A4*l2))-y,fpy=A1+3*A2*l2+l6*(7*A3+9*A4*l2),l-=delta=fy/fpy,l2=l*l,l6=l2*l2*l2,!(abs(delta)<epsilon2));++i);
return[M*x*(A1+3*A2*l2+l6*(7*A3+9*A4*l2))/cos(l),asin(sin(l)/M)]};
function equalEarth(){
return projection(equalEarthRaw).scale(177.158)}
function identity_default(x){
return x}
function transform_default(transform){
if(transform==null)return identity_default;
var x0,y0,kx=transform.scale[0],ky=transform.scale[1],dx=transform.translate[0],dy=transform.translate[1];
return function(input,i){
i||(x0=y0=0);
var j=2,n=input.length,output=Array(n);
for(output[0]=(x0+=input[0])*kx+dx,output[1]=(y0+=input[1])*ky+dy;j<n;)output[j]=input[j],++j;
return output}}
function reverse_default(array,n){
for(var t,j=array.length,i=j-n;i<--j;)t=array[i],array[i++]=array[j],array[j]=t}
function feature_default(topology,o){
return typeof o==`string`&&(o=topology.objects[o]),o.type===`GeometryCollection`?{type:`FeatureCollection`,features:o.geometries.map(function(o){
return feature(topology,o)})}:feature(topology,o)}
function feature(topology,o){
var id=o.id,bbox=o.bbox,properties=o.properties==null?{}:o.properties,geometry=object(topology,o);
return id==null&&bbox==null?{type:`Feature`,properties,geometry}:bbox==null?{type:`Feature`,id,properties,geometry}:{type:`Feature`,id,bbox,properties,geometry}}
function object(topology,o){
var transformPoint=transform_default(topology.transform),arcs=topology.arcs;
function arc(i,points){
points.length&&points.pop();
for(var a=arcs[i<0?~i:i],k=0,n=a.length;k<n;++k)points.push(transformPoint(a[k],k));
i<0&&reverse_default(points,n)}
function point(p){
return transformPoint(p)}
function line(arcs){
for(var points=[],i=0,n=arcs.length;i<n;++i)arc(arcs[i],points);
return points.length<2&&points.push(points[0]),points}
function ring(arcs){
for(var points=line(arcs);points.length<4;)points.push(points[0]);
return points}
function polygon(arcs){
return arcs.map(ring)}
function geometry(o){
var type=o.type,coordinates;
switch(type){
case`GeometryCollection`:
return{type,geometries:o.geometries.map(geometry)};
case`Point`:
coordinates=point(o.coordinates);
break;
case`MultiPoint`:
coordinates=o.coordinates.map(point);
break;
case`LineString`:
coordinates=line(o.arcs);
break;
case`MultiLineString`:
coordinates=o.arcs.map(line);
break;
case`Polygon`:
coordinates=polygon(o.arcs);
break;
case`MultiPolygon`:
coordinates=o.arcs.map(polygon);
break;
default:
return null}
return{type,coordinates}}
return geometry(o)}
export{equalEarth as n,index as r,feature_default as t};
