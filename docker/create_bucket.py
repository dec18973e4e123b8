"""Makes a bucket in the store of MLFLOW_S3_ENDPOINT_URL, unless it is there."""

import os
import sys

import boto3

client = boto3.client("s3", endpoint_url=os.environ["MLFLOW_S3_ENDPOINT_URL"])
try:
    client.create_bucket(Bucket=sys.argv[1])
except client.exceptions.BucketAlreadyOwnedByYou:
    pass
