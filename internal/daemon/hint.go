package daemon

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/notify"
	"github.com/weir-flow/weir/internal/source/file"
	"github.com/weir-flow/weir/internal/source/s3"
	"github.com/weir-flow/weir/internal/state"
)

// Hint returns what a person can do about an error, "" when nothing in
// particular. Errors whose text says it already have none.
func Hint(err error) string {
	var owned *state.OwnedError
	var ambiguous *decode.AmbiguousFormatError
	var denied *s3.AccessError
	var damaged *engine.DamagedError
	switch {
	case err == nil || errors.As(err, &ambiguous):
		return ""
	case errors.As(err, &owned):
		if owned.PID == 0 {
			return "end the other weir first"
		}
		return fmt.Sprintf("end it first (kill %d), or use another --data directory", owned.PID)
	case errors.As(err, &denied):
		if denied.Permission == "sts:AssumeRole" {
			return "let the role's trust policy name these credentials, or leave out --role-arn"
		}
		if denied.Permission == "kms:Decrypt" {
			return "weir aws policy " + denied.Source + " --kms-key ARN prints the policy that is needed"
		}
		return "weir aws policy " + denied.Source + " prints the policy that is needed"
	case errors.Is(err, s3.ErrCredentials):
		return "give some by AWS_PROFILE or --profile, by aws sso login, or in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
	case errors.Is(err, ErrNoObjects):
		return "see what is there with: aws s3 ls; --since and --until leave out what is not in their range"
	case errors.Is(err, s3.ErrArchived):
		return "restore it first (aws s3api restore-object), or leave old days out with --since"
	case errors.Is(err, s3.ErrPath):
		return "write s3://bucket, s3://bucket/folder/ or s3://bucket/key"
	case errors.Is(err, engine.ErrNoLibrary):
		return "get it with: weir engine install   (or point at it with --engine)"
	case errors.As(err, &damaged):
		return "get it anew with: " + damaged.Remedy()
	case errors.Is(err, engine.ErrMusl), errors.Is(err, engine.ErrNoEngine):
		return "use a ClickHouse server: --store https://user@host:8443/weir"
	case errors.Is(err, engine.ErrIncompatible):
		return "use the weir that wrote the directory, or a newer one"
	case errors.Is(err, state.ErrFull), errors.Is(err, syscall.ENOSPC), engine.IsDiskFull(err):
		return "free some space, or keep less: weir ingest --keep-days N; what is stored is whole"
	case errors.Is(err, state.ErrReadOnly):
		return "choose a directory that you can write to: --data DIR"
	case errors.Is(err, state.ErrDamaged):
		return "restore a backup: weir restore FILE"
	case errors.Is(err, file.ErrNothing):
		return "give a file, a folder, a glob in quotes, or - for standard input"
	case errors.Is(err, ErrForeignStore):
		return "take logs in from there, or name another database in --store; questions can be asked from here"
	case errors.Is(err, ErrOtherStore):
		return "use the store it tells of, or another --data directory"
	case errors.Is(err, alert.ErrUnknown):
		return "weir alerts list lists them"
	case errors.Is(err, alert.ErrUnknownSilence), errors.Is(err, alert.ErrSilenceOver):
		return "weir alerts silences lists those in force"
	case errors.Is(err, alert.ErrTampered):
		return "somebody wrote into state.db past weir: compare it with a backup"
	case errors.Is(err, access.ErrNoTLS):
		return "give a certificate (server.tls in --config, or --tls-cert and --tls-key), or listen on 127.0.0.1; see docs/remote.md"
	case errors.Is(err, access.ErrNoToken):
		return "weir token list lists them"
	case errors.Is(err, notify.ErrNoLetter):
		return "weir notify list --dead lists them"
	case errors.Is(err, notify.ErrInside):
		return "allow: in the target's settings takes addresses and networks"
	case errors.Is(err, ledger.ErrUnknown):
		return "weir sources lists what is in"
	case errors.Is(err, ledger.ErrInFlight):
		return "wait until the other process is done with it"
	case errors.Is(err, ErrNotEmpty):
		return "name an empty directory with --data"
	case errors.Is(err, fs.ErrExist):
		return "name a file or folder that does not exist yet"
	case errors.Is(err, ErrOldServer):
		return "upgrade the server"
	case engine.IsAuth(err):
		return "check the user in --store and the password in $WEIR_STORE_PASSWORD"
	case engine.IsMemory(err):
		return "give the engine more memory: engine.memory in --config"
	}
	return ""
}
