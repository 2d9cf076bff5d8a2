package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
)

func newAWSCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "aws",
		Short: "Help with giving weir access to AWS",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newAWSPolicyCommand(c))
	return cmd
}

func newAWSPolicyCommand(c *cli) *cobra.Command {
	var kmsKey, region string
	cmd := &cobra.Command{
		Use:   "policy s3://BUCKET/PREFIX",
		Short: "Print the IAM policy that reading a bucket needs",
		Long: `Prints the least that weir needs to analyze, ingest or watch a path: to list the keys below it, to
read its objects and, with --kms-key, to decrypt them. Nothing is asked of AWS and nothing is changed.` +
			exits(ends0, ends2),
		Example: `  weir aws policy s3://my-flow-logs/AWSLogs/
  weir aws policy s3://my-flow-logs/AWSLogs/ --kms-key arn:aws:kms:eu-west-1:111122223333:key/1234abcd
  aws iam put-role-policy --role-name weir --policy-name read-flow-logs \
      --policy-document "$(weir aws policy s3://my-flow-logs/AWSLogs/)"`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			text, err := daemon.BucketPolicy(args[0], kmsKey, region)
			if err != nil {
				return &usageError{err}
			}
			_, err = fmt.Fprint(c.out, text)
			return err
		},
	}
	f := cmd.Flags()
	f.StringVar(&kmsKey, "kms-key", "", "`ARN` of the KMS key that encrypts the objects")
	f.StringVar(&region, "region", "", "AWS `region` of the bucket, needed in China and GovCloud")
	return cmd
}
