package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "train/loss, train/loss",
    "precision@5, precision_at_5",
    "layers[0].units, layers.0.units",
    "a(b)=c, a_b__c",
    "/a//b/, a/b",
    "a/../b, a/_/b",
    "., _",
    "ключ/日本, ключ/日本",
    "'#', _",
    "/, _"
  })
  void aKeyIsMadeFit(String name, String key) {
    assertThat(Names.key(name)).isEqualTo(key);
  }

  @Test
  void longKeysStayDifferent() {
    String a = Names.key("x".repeat(300) + "a");
    String b = Names.key("x".repeat(300) + "b");
    assertThat(a).hasSize(250).isNotEqualTo(b);
  }

  @Test
  void keysThatBecomeTheSameGetANumber() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("a@b", "1");
    values.put("a_at_b", "2");
    assertThat(Names.keys(values))
        .containsExactly(Map.entry("a_at_b", "1"), Map.entry("a_at_b_2", "2"));
  }

  @Test
  void longTextsAreCutWhereItCanBeSeen() {
    assertThat(Names.cut("x".repeat(1234), 30)).isEqualTo("xxxxxxxx... (1,234 characters)");
    assertThat(Names.cut("😀".repeat(40), 30)).startsWith("😀😀").endsWith("... (40 characters)");
    assertThat(Names.cut("short", 30)).isEqualTo("short");
  }
}
