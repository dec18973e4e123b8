package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:5000, http://localhost:5000",
    "HTTP://LOCALHOST:5000/, http://localhost:5000",
    "' https://host/team/ml/ ', https://host/team/ml",
    "http://localhost:5000/#/experiments/1?x=y, http://localhost:5000",
    "http://[::1]:5000, http://[::1]:5000",
    "http://ann:s3cret@host, http://host"
  })
  void anAddressIsBroughtIntoOneForm(String text, String address) {
    assertThat(Address.of(text)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sqlite:///x.db", "file:///mlruns", "databricks", "./mlruns", "http://", "a b"})
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> Address.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "is no address of an MLflow server; one starts with http:// or https://");
  }

  @Test
  void aRefusalShowsNoPassword() {
    assertThatThrownBy(() -> Address.of("postgresql://ann:s3/cret@host/db"))
        .hasMessageStartingWith("`postgresql://host/db` is no address");
  }

  @Test
  void theSameServerHasTheSameSchemeHostAndPort() {
    Address address = Address.of("https://host/team");
    assertThat(address.sameServer(URI.create("https://HOST:443/other"))).isTrue();
    assertThat(address.sameServer(URI.create("http://host/team"))).isFalse();
    assertThat(address.sameServer(URI.create("https://host:8443/team"))).isFalse();
    assertThat(address.sameServer(URI.create("https://host.evil.org/team"))).isFalse();
  }
}
