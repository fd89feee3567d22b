/**
 * Keys and signatures that OpenSSL 3.0 made, of test keys that guard nothing. The payload was put
 * into the file `payload` without a line feed; then:
 *
 *     openssl genpkey -algorithm ED25519 -out ed25519.pem
 *     openssl genpkey -algorithm SM2 -out sm2.pem
 *     openssl pkey -in KEY.pem -pubout
 *     openssl pkcs8 -topk8 -in KEY.pem -scrypt -passout pass:correct-horse
 *     openssl pkcs8 -topk8 -in ed25519.pem -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 600000 \
 *       -passout pass:correct-horse
 *     openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256
 *
 *     type=application/vnd.in-toto+json
 *     { printf 'DSSEv1 %d %s %d ' ${#type} $type $(wc -c < payload); cat payload; } > signed
 *     openssl pkeyutl -sign -rawin -inkey ed25519.pem -in signed | base64 -w0
 *     openssl dgst -sm3 -sign sm2.pem -sigopt distid:1234567812345678 signed | base64 -w0
 *     openssl pkey -pubin -in KEY.pub -outform DER | sha256sum
 */
export const OPENSSL = {
  payload:
    '{"_type":"https://in-toto.io/Statement/v1","predicate":{"issuedAt":"2026-11-23T09:00:00Z","issuer":"某协会","notAfter":"2027-11-23T09:00:00Z","notBefore":"2026-11-23T09:00:00Z","runnerKeys":[]},"predicateType":"urn:aigc-conformance:predicate:plan:v1","subject":[{"digest":{"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","sm3":"1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"},"name":"plan"}]}',
  passphrase: 'correct-horse',
  ed25519: {
    keyid: 'f6a3660c58ca21eca50bbde7190a21df487f304c92b22eabc2764ea8b52730ba',
    privateKey: `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIBZPlRU2YINCh+7Y2+l5qjt82pePIAX+WzBv43wsImER
-----END PRIVATE KEY-----
`,
    publicKey: `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEANw/eeUQXE5c8mkHQjAcJOZtE8Lai20Y9bibL7bbato8=
-----END PUBLIC KEY-----
`,
    scrypt: `-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAiKOyRGIUMwDwICQAAC
AQgCAQEwHQYJYIZIAWUDBAEqBBCBpSo6vPTaWqttm5dNR8DKBEB6zmO2okfGkvsN
VoJ4Mo6JKWL6ChIFir+ScWAsazLC8S/qXN+B8Oc0CMSnmbh89tPjqeU5/HifEV0d
EcIrjynC
-----END ENCRYPTED PRIVATE KEY-----
`,
    pbkdf2: `-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGcMFgGCSqGSIb3DQEFDTBLMCoGCSqGSIb3DQEFDDAdBAiFBu8QCfsJwQIDCSfA
MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBAmvlhUM7ze85DEEnEvzqHQBEDG
GLG99b3N0kL7CRZ6JSM9rGwoW00b/ToVOy6gtv7UJMIN5WarszAXypld/bTb0Diu
LVa6PCPV5Lzy8peLmWIv
-----END ENCRYPTED PRIVATE KEY-----
`,
    signature:
      'K5IbVPz3jMW12Hhc8v71hXKVkE+Z4xMsH0scUfc1Iv8+giDCUloq3qXWU8Bu3MtQJE5Tf6/A0hmYq48narBKDw==',
  },
  sm2: {
    keyid: '71428e8357bb6f4f69d6188757c74434106eb8758a45753fb1665417531b8ca1',
    privateKey: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgLXLi7QWkEtzx1k9Q
sZ4Kfj/jBiNXoI23ZSscIlugvzehRANCAAS2pH5Ks5IbgoWoD2qjxNgM9UfTan3F
/nAhwrEIXkI+Vbo7xENazaVSSnOzSXilX7AG725b4MKftnIma6uByPqx
-----END PRIVATE KEY-----
`,
    publicKey: `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEtqR+SrOSG4KFqA9qo8TYDPVH02p9
xf5wIcKxCF5CPlW6O8RDWs2lUkpzs0l4pV+wBu9uW+DCn7ZyJmurgcj6sQ==
-----END PUBLIC KEY-----
`,
    scrypt: `-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHkME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAg6LDwebHbLNwICQAAC
AQgCAQEwHQYJYIZIAWUDBAEqBBAew59s02LOCsBiKpM9Owl5BIGQSNJI9+X3L/PG
GiqpDjrF8Lhn9rknxt85zTJbJA/TKcgm1328JORk4OjrpuU5IvlsuF4j4g9gz54o
BIbQiN3sc9lKFvnF1CHNX1IFhWZtI20AoZ32Q3MgXRy78+1kSJ+OEF/iq9fIeRLC
xTRD1+2L4UZr+zFUagVUiuaV4t7JCEk++7PYSrj/9og2GayuWLMQ
-----END ENCRYPTED PRIVATE KEY-----
`,
    signature:
      'MEUCIQD6Qgq6DyNdpCuX3w5k8QL63raUlIaB/QJtui0YolEP4QIgJ8CdnuMFQfsCwOoRjuqWk/goNBvLVkkCpFA7Ut35yuU=',
  },
  /** Of an algorithm that is not ours. */
  p256: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIsbNKzWbWG88GzKN
fejGCQ+GoTJzuGZo9zfqNNYTimOhRANCAATzSYsNsBGuLgUIQsmuU4FUuLXdv8x8
Jj67BrFgeaM/t39IFVyHndpfAEprD3yzlcBXM3tud6CC5DssELGq/X6L
-----END PRIVATE KEY-----
`,
} as const;
