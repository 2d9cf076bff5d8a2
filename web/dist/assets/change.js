import { n as useMutation } from "./lib-query.js";
import { P as useQueryClient } from "./lib-react.js";
function useChange(run, touched = []) {
	let c = useQueryClient();
	return useMutation({
		mutationFn: run,
		onSuccess: () => c.invalidateQueries({ predicate: (q) => touched.some((t) => typeof q.queryKey[0] == "string" && q.queryKey[0].startsWith(t)) })
	});
}
export { useChange as t };
