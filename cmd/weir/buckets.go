package main

import (
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
)

// bucketFlags say how buckets are reached.
type bucketFlags struct {
	profile, role, endpoint, region string
}

func (b *bucketFlags) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&b.profile, "profile", "", "AWS `profile` to read s3:// paths with (default: AWS's chain of credentials)")
	f.StringVar(&b.role, "role-arn", "", "AWS role to assume for s3:// paths, its `ARN`")
	f.StringVar(&b.endpoint, "endpoint", "", "`URL` of an S3-compatible server (default $AWS_ENDPOINT_URL_S3, else AWS)")
	f.StringVar(&b.region, "region", "", "AWS `region` to ask first (a bucket elsewhere is found)")
}

func (b *bucketFlags) config() daemon.BucketConfig {
	return daemon.BucketConfig{Profile: b.profile, RoleARN: b.role, Endpoint: b.endpoint, Region: b.region}
}

// spanFlags say which objects of buckets are meant.
type spanFlags struct{ since, until string }

func (s *spanFlags) register(cmd *cobra.Command, doing string) {
	f := cmd.Flags()
	f.StringVar(&s.since, "since", "", doing+" from this `time` on: 24h, 7d, 2026-03-10, 2026-03-10T15:00:00Z;\nof s3:// paths only what is in range is listed")
	f.StringVar(&s.until, "until", "", doing+" before this `time`")
}

func (s *spanFlags) fill(cfg *daemon.BucketConfig) error {
	r := rangeFlags{since: s.since, until: s.until}
	var err error
	if cfg.Since, cfg.Until, err = r.times(time.Now()); err != nil {
		return err
	}
	if !cfg.Since.IsZero() && !cfg.Until.IsZero() && !cfg.Since.Before(cfg.Until) {
		return usagef("--until has to be after --since")
	}
	return nil
}
