# Assay on a CPU. From the project's folder:
#
#   docker build -f docker/cpu.Dockerfile -t assay .

FROM debian:bookworm-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl openjdk-17-jdk-headless unzip \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 framework/cli/launcher/install.sh /opt/assay

FROM debian:bookworm-slim
# Plots are drawn with fonts.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
      ca-certificates fontconfig fonts-dejavu-core openjdk-17-jre-headless \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/assay /opt/assay
COPY experiments/sorting/binary.yaml /opt/assay/smoke.yaml
# Native libraries are unpacked there, now and for whoever the container runs as.
ENV ASSAY_JAVA_OPTIONS=-Dorg.bytedeco.javacpp.cachedir=/opt/assay/natives
# An image that cannot train is not made.
RUN ln -s /opt/assay/assay /usr/local/bin/assay \
    && assay run /opt/assay/smoke.yaml --set training.epochs=1 --results /tmp/smoke \
    && rm -rf /tmp/smoke \
    && chmod -R a+rwX /opt/assay/natives \
    && useradd --create-home assay \
    && install -d -o assay /work /work/experiments /work/results /work/data
USER assay
WORKDIR /work
ENV ASSAY_HOME=/work ASSAY_DATA=/work/data
VOLUME ["/work/experiments", "/work/results", "/work/data"]
ENTRYPOINT ["assay"]
CMD ["--help"]
