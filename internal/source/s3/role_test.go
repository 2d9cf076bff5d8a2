package s3

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// A role is assumed first, and requests are signed as it; one that may not be
// assumed says so.
func TestRole(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	srv.Put("b", "k", []byte("x"))
	allowed := true
	tokens := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !allowed {
			w.WriteHeader(http.StatusForbidden)
			fmt.Fprint(w, `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/logs</Message></Error></ErrorResponse>`)
			return
		}
		if err := r.ParseForm(); err != nil || r.Form.Get("RoleArn") != "arn:aws:iam::111122223333:role/logs" {
			t.Errorf("role %q, %v", r.Form.Get("RoleArn"), err)
		}
		fmt.Fprintf(w, `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
			<SessionToken>t</SessionToken><Expiration>%s</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`, time.Now().Add(time.Hour).UTC().Format(time.RFC3339))
	}))
	defer tokens.Close()
	t.Setenv("AWS_ENDPOINT_URL_STS", tokens.URL)
	role := func(c *Config) { c.RoleARN = "arn:aws:iam::111122223333:role/logs" }
	srv.Fail(func(w http.ResponseWriter, r *http.Request, _ s3test.Request, _ int, _ http.Handler) bool {
		if !strings.Contains(r.Header.Get("Authorization"), "Credential=ASIAROLE/") {
			t.Errorf("signed as %s", r.Header.Get("Authorization"))
		}
		return false
	})
	if got := keys(t, open(t, srv, "s3://b", role)); len(got) != 1 {
		t.Errorf("listed %q", got)
	}

	allowed = false
	err := open(t, srv, "s3://b", role).Objects(t.Context(), nil)
	var access *AccessError
	if !errors.As(err, &access) || access.Permission != "sts:AssumeRole" || access.Principal != "arn:aws:iam::111122223333:user/ana" || access.Resource != "arn:aws:iam::111122223333:role/logs" {
		t.Errorf("refused: %v", err)
	}
}

// A profile is read from the AWS configuration files; a missing one is an error.
func TestProfile(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	srv.Put("b", "k", []byte("x"))
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "")
	text := "[audit]\naws_access_key_id = AKIAAUDIT\naws_secret_access_key = hidden\n"
	if err := os.WriteFile(os.Getenv("AWS_SHARED_CREDENTIALS_FILE"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	srv.Fail(func(w http.ResponseWriter, r *http.Request, _ s3test.Request, _ int, _ http.Handler) bool {
		if !strings.Contains(r.Header.Get("Authorization"), "Credential=AKIAAUDIT/") {
			t.Errorf("signed as %s", r.Header.Get("Authorization"))
		}
		return false
	})
	if got := keys(t, open(t, srv, "s3://b", func(c *Config) { c.Profile = "audit" })); len(got) != 1 {
		t.Errorf("listed %q", got)
	}
	err := open(t, srv, "s3://b", func(c *Config) { c.Profile = "nobody" }).Objects(t.Context(), nil)
	if err == nil || !strings.Contains(err.Error(), "nobody") || strings.Contains(err.Error(), "hidden") {
		t.Errorf("a profile that is not there: %v", err)
	}
}
