package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// image is what goes into an OCI image layout (image-spec v1): a folder with
// oci-layout, index.json and blobs/sha256/.
type image struct {
	version string
	time    time.Time
	level   int
	layers  []tree // lowest first
}

// nobody is the user that weir runs as in the image; /data belongs to it.
const nobody = 65532

const (
	typeIndex    = "application/vnd.oci.image.index.v1+json"
	typeManifest = "application/vnd.oci.image.manifest.v1+json"
	typeConfig   = "application/vnd.oci.image.config.v1+json"
	typeLayer    = "application/vnd.oci.image.layer.v1.tar+gzip"
)

type platform struct {
	Architecture string `json:"architecture"`
	OS           string `json:"os"`
}

type descriptor struct {
	MediaType   string            `json:"mediaType"`
	Digest      string            `json:"digest"`
	Size        int64             `json:"size"`
	Platform    *platform         `json:"platform,omitempty"`
	Annotations map[string]string `json:"annotations,omitempty"`
}

type manifest struct {
	SchemaVersion int               `json:"schemaVersion"`
	MediaType     string            `json:"mediaType"`
	Config        descriptor        `json:"config"`
	Layers        []descriptor      `json:"layers"`
	Annotations   map[string]string `json:"annotations"`
}

type index struct {
	SchemaVersion int          `json:"schemaVersion"`
	MediaType     string       `json:"mediaType"`
	Manifests     []descriptor `json:"manifests"`
}

type imageConfig struct {
	Created time.Time `json:"created"`
	platform
	Config struct {
		User       string              `json:"User"`
		Env        []string            `json:"Env"`
		Entrypoint []string            `json:"Entrypoint"`
		Cmd        []string            `json:"Cmd"`
		Volumes    map[string]struct{} `json:"Volumes"`
		WorkingDir string              `json:"WorkingDir"`
		Labels     map[string]string   `json:"Labels"`
	} `json:"config"`
	RootFS struct {
		Type    string   `json:"type"`
		DiffIDs []string `json:"diff_ids"`
	} `json:"rootfs"`
	History []history `json:"history"`
}

type history struct {
	Created   time.Time `json:"created"`
	CreatedBy string    `json:"created_by"`
}

// writeImage replaces the folder to with the layout and returns the size of its
// blobs in bytes.
func writeImage(to string, img image) (size int64, err error) {
	if err := os.RemoveAll(to); err != nil {
		return 0, err
	}
	blobs := filepath.Join(to, "blobs", "sha256")
	if err := os.MkdirAll(blobs, 0o755); err != nil {
		return 0, err
	}
	labels := map[string]string{
		"org.opencontainers.image.title":       "weir",
		"org.opencontainers.image.version":     img.version,
		"org.opencontainers.image.licenses":    "Apache-2.0",
		"org.opencontainers.image.description": "Flow logs in, answers out",
	}
	conf := imageConfig{Created: img.time, platform: platform{"amd64", "linux"}}
	conf.Config.User = fmt.Sprintf("%d:%d", nobody, nobody)
	conf.Config.Env = []string{"PATH=/usr/local/bin", "WEIR_DATA=/data", "HOME=/data"}
	conf.Config.Entrypoint = []string{"/usr/local/bin/weir"}
	conf.Config.Cmd = []string{"--help"}
	conf.Config.Volumes = map[string]struct{}{"/data": {}}
	conf.Config.WorkingDir = "/data"
	conf.Config.Labels = labels
	conf.RootFS.Type = "layers"

	man := manifest{SchemaVersion: 2, MediaType: typeManifest, Annotations: labels}
	for _, files := range img.layers {
		unnamed := filepath.Join(blobs, "layer.tmp")
		b, err := writeTar(unnamed, files, img.time, img.level)
		if err != nil {
			return 0, err
		}
		if err := os.Rename(unnamed, filepath.Join(blobs, b.digest)); err != nil {
			return 0, err
		}
		size += b.size
		man.Layers = append(man.Layers, descriptor{MediaType: typeLayer, Digest: "sha256:" + b.digest, Size: b.size})
		conf.RootFS.DiffIDs = append(conf.RootFS.DiffIDs, "sha256:"+b.diffID)
		conf.History = append(conf.History, history{Created: img.time, CreatedBy: "weir tools/dist"})
	}
	if man.Config, err = writeJSON(blobs, typeConfig, conf); err != nil {
		return 0, err
	}
	entry, err := writeJSON(blobs, typeManifest, man)
	if err != nil {
		return 0, err
	}
	entry.Platform = &conf.platform
	entry.Annotations = map[string]string{"org.opencontainers.image.ref.name": img.version}
	top, err := json.Marshal(index{SchemaVersion: 2, MediaType: typeIndex, Manifests: []descriptor{entry}})
	if err != nil {
		return 0, err
	}
	if err := os.WriteFile(filepath.Join(to, "index.json"), top, 0o644); err != nil {
		return 0, err
	}
	return size, os.WriteFile(filepath.Join(to, "oci-layout"), []byte(`{"imageLayoutVersion":"1.0.0"}`), 0o644)
}

// writeJSON stores v as a blob and returns what points at it.
func writeJSON(blobs, mediaType string, v any) (descriptor, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return descriptor{}, err
	}
	digest := sha256.Sum256(data)
	name := hex.EncodeToString(digest[:])
	return descriptor{MediaType: mediaType, Digest: "sha256:" + name, Size: int64(len(data))},
		os.WriteFile(filepath.Join(blobs, name), data, 0o644)
}
