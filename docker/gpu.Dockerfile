# Assay on an NVIDIA card of compute capability 8.6 or less: what ND4J 1.0.0-M2.1 was built for. From
# the project's folder:
#
#   docker build -f docker/gpu.Dockerfile -t assay:cuda .

# NVIDIA takes old images away at some time; a mirror's can be named instead.
ARG CUDA_IMAGE=nvidia/cuda:11.6.2-cudnn8-runtime-ubuntu20.04

FROM debian:bookworm-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl openjdk-17-jdk-headless unzip \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 MAVEN_ARGS=-Pcuda framework/cli/launcher/install.sh /opt/assay

FROM ${CUDA_IMAGE}
# The image has CUDA; its package list, whose key has changed, is not needed.
RUN rm -f /etc/apt/sources.list.d/cuda*.list /etc/apt/sources.list.d/nvidia*.list \
    && apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      ca-certificates fontconfig fonts-dejavu-core openjdk-17-jre-headless \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/assay /opt/assay
# Native libraries are unpacked there at the first run, for whoever the container runs as.
ENV ASSAY_JAVA_OPTIONS=-Dorg.bytedeco.javacpp.cachedir=/opt/assay/natives
# A build has no card to train on.
RUN ln -s /opt/assay/assay /usr/local/bin/assay \
    && assay --version \
    && install -d -m 1777 /opt/assay/natives \
    && useradd --create-home assay \
    && install -d -o assay /work /work/experiments /work/results /work/data
USER assay
WORKDIR /work
ENV ASSAY_HOME=/work ASSAY_DATA=/work/data
VOLUME ["/work/experiments", "/work/results", "/work/data"]
ENTRYPOINT ["assay"]
CMD ["--help"]
