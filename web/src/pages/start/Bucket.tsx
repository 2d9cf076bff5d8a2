import { useState } from "react";
import { useChange } from "../../api/change";
import { api, type Schemas } from "../../api/client";
import { Along } from "../../app/Shell";
import { Button } from "../../table/Button";
import { Copy } from "../../table/Copy";
import { Fault } from "../../table/Fault";
import { TextField } from "../../table/Field";
import { Panel } from "../../table/Panel";
import { Skeleton } from "../../table/Skeleton";
import { Trial } from "../sources/Trial";
import { Command } from "./Demo";
import css from "./start.module.css";

type Choice = Schemas["BucketChoice"];

/** BucketStart leads to a bucket that is followed: the policy, each permission, the first
 * records, and a button. */
export function BucketStart() {
  const [c, setC] = useState<Choice>({ path: "" });
  const [more, setMore] = useState(false);
  const policy = useChange((b: Choice) => api.post("/start/bucket", { ...b, policy_only: true }));
  const tried = useChange((b: Choice) => api.post("/start/bucket", b));
  const follow = useChange(({ path, region, role_arn, profile, endpoint }: Choice) => api.post("/sources", { path, region, role_arn, profile, endpoint }), ["/sources", "/audit", "/settings"]);
  const field = (key: Exclude<keyof Choice, "policy_only">) => ({
    value: c[key] ?? "",
    spellCheck: false,
    onChange: (e: { target: { value: string } }) => {
      setC({ ...c, [key]: e.target.value || undefined, ...(key === "path" ? { path: e.target.value } : {}) });
      tried.reset();
      follow.reset();
    },
  });
  const plan = tried.data ?? policy.data;
  return (
    <>
      <Panel title="1. Where the flow logs are" help="Credentials are those of the server: its environment, AWS's files, or the role of its machine. None are asked for or kept here.">
        <form
          className={css.form}
          onSubmit={(e) => {
            e.preventDefault();
            policy.mutate(c);
            tried.mutate(c);
          }}
        >
          <TextField label="Path" required mono placeholder="s3://my-flow-logs/AWSLogs/" hint="The bucket, and the folder above the accounts" {...field("path")} />
          <TextField label="Region" placeholder="eu-central-1" hint="A bucket elsewhere is found; needed in China and GovCloud" {...field("region")} />
          <TextField label="Role to assume" mono placeholder="arn:aws:iam::111122223333:role/weir" hint="Where the bucket is another account's" {...field("role_arn")} />
          {more ? (
            <>
              <TextField label="Profile" placeholder="default" hint="Of AWS's configuration files on the server" {...field("profile")} />
              <TextField label="Endpoint" mono placeholder="https://minio.example.org" hint="Of a server that speaks S3, in place of AWS" {...field("endpoint")} />
              <TextField label="KMS key" mono placeholder="arn:aws:kms:eu-central-1:111122223333:key/…" hint="That encrypts the objects" {...field("kms_key")} />
            </>
          ) : null}
          <div className={css.actions}>
            <Button type="submit" kind="primary" busy={tried.isPending} disabled={!c.path}>
              Check it
            </Button>
            <Button kind="quiet" disabled={!c.path} busy={policy.isPending && !tried.isPending} onClick={() => policy.mutate(c)}>
              Only show the policy
            </Button>
            <Button kind="quiet" icon={more ? "up" : "down"} aria-expanded={more} onClick={() => setMore(!more)}>
              {more ? "Fewer settings" : "Profile, endpoint, key"}
            </Button>
          </div>
        </form>
        {policy.error ? <Fault error={policy.error} /> : null}
      </Panel>
      {plan ? (
        <Panel title="2. The least that weir needs" help="To list the keys below the path, to read its objects, and to decrypt them where a key is named. Nothing is changed in AWS." actions={<Copy text={plan.policy} />}>
          <pre className={css.code} tabIndex={0} aria-label="IAM policy">
            {plan.policy}
          </pre>
        </Panel>
      ) : null}
      {tried.isPending ? (
        <Panel title="3. Each permission">
          <p role="status">Asking the bucket …</p>
          <Skeleton lines={4} />
        </Panel>
      ) : tried.error ? (
        <Panel title="3. Each permission">
          <Fault error={tried.error} onRetry={() => tried.mutate(c)} />
        </Panel>
      ) : tried.data?.trial ? (
        <Panel title="3. Each permission, and the first records" actions={<Button small icon="refresh" onClick={() => tried.mutate(c)}>Check again</Button>}>
          <Trial trial={tried.data.trial} />
        </Panel>
      ) : null}
      {tried.data?.trial?.good ? (
        <Panel title="4. Follow it" help="It is written to settings.yaml in the data directory, and to the audit. No credentials are kept.">
          {follow.data ? (
            <p role="status" className={css.done}>
              <span>
                <b>{follow.data.name} is followed.</b> What is in it is taken in now, and more is looked for every minute.
              </span>
              <Along to="/sources">See it come in</Along>
            </p>
          ) : (
            <>
              <p>Takes in what is there, then looks for more every minute, also after a restart. Nothing in the bucket is changed.</p>
              <div className={css.actions}>
                <Button kind="primary" busy={follow.isPending} onClick={() => follow.mutate(c)}>
                  Follow this bucket
                </Button>
              </div>
              {follow.error ? <Fault error={follow.error} /> : null}
              <details className={css.details}>
                <summary>Or set it in the configuration file</summary>
                <p className={css.soft}>For servers that are set up by a tool: add this, and start weir serve again.</p>
                <Command text={tried.data.yaml.trimEnd()} />
              </details>
            </>
          )}
        </Panel>
      ) : null}
    </>
  );
}
