export default function Page() {
  return <h1>Explore</h1>;
}
