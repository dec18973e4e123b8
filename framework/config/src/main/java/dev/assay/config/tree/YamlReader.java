package dev.assay.config.tree;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML text to {@link Node}s. Only SnakeYAML's parser is used: no object is constructed and no tag
 * is resolved, so nothing that a file names is ever loaded.
 */
public final class YamlReader {

  public static final Rule SYNTAX = new Rule("syntax", "The text is not YAML.");
  public static final Rule DUPLICATE_KEY = new Rule("duplicate-key", "A key stands twice.");
  public static final Rule UNSUPPORTED =
      new Rule("unsupported-yaml", "A part of YAML that a configuration does not need.");

  /** Far more than an experiment needs; aliases must not unfold a small file into gigabytes. */
  private static final int MAX_NODES = 1_000_000;

  private static final int MAX_DEPTH = 100;

  private static final int MAX_KEYS = 10_000;

  private final Source source;
  private final Problems problems;
  private final Parser parser;
  private final Map<String, Node> anchors = new HashMap<>();
  private int nodes;

  private YamlReader(Source source, String text, Problems problems) {
    this.source = source;
    this.problems = problems;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE); // Sources limits the size, before it reads.
    this.parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
  }

  /**
   * The tree of a source.
   *
   * @return null where the text is empty or no YAML; the reason is then among the problems
   */
  public static @Nullable Node read(Source source, Problems problems) {
    return read(source, source.text(), problems);
  }

  /**
   * The tree of a text whose places are places of {@code source}.
   *
   * @return null where the text is empty or no YAML; the reason is then among the problems
   */
  public static @Nullable Node read(Source source, String text, Problems problems) {
    try {
      return new YamlReader(source, text, problems).document();
    } catch (MarkedYAMLException e) {
      new SyntaxReport(source, text, problems).report(stumble(e, source));
    } catch (ReaderException e) {
      problems.error(
          SYNTAX,
          source.place(e.getPosition()),
          "the character U+%04X is not allowed in YAML".formatted(e.getCodePoint()));
    } catch (Refused e) {
      problems.error(UNSUPPORTED, e.span, e.message);
    }
    return null;
  }

  private static Stumble stumble(MarkedYAMLException e, Source source) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    Mark context = e.getContextMark();
    return new Stumble(
        YamlError.of(e.getContext(), e.getProblem()),
        mark.getIndex(),
        span(source, mark, mark),
        context == null ? -1 : context.getIndex(),
        context == null ? 0 : context.getLine() + 1,
        e.getProblemMark() != null);
  }

  private @Nullable Node document() {
    parser.getEvent(); // the stream's start
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      problems.error(SYNTAX, source.start(), "the file is empty");
      return null;
    }
    parser.getEvent(); // the document's start
    Node root = node(0);
    parser.getEvent(); // the document's end
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      throw refuse(parser.getEvent(), "a second document (`---`) starts here; a file holds one");
    }
    return root;
  }

  private Node node(int depth) {
    NodeEvent event = (NodeEvent) parser.getEvent();
    if (++nodes > MAX_NODES) {
      throw refuse(event, "more than %,d values".formatted(MAX_NODES));
    }
    if (depth > MAX_DEPTH) {
      throw refuse(event, "nested more than " + MAX_DEPTH + " deep");
    }
    if (event instanceof AliasEvent alias) {
      return anchored(alias);
    }
    Node node;
    if (event instanceof ScalarEvent scalar) {
      rejectTag(scalar, scalar.getTag());
      node = new Node.Scalar(scalar.getValue(), scalar.isPlain(), span(scalar, scalar));
    } else if (event instanceof SequenceStartEvent start) {
      rejectTag(start, start.getTag());
      node = sequence(start, depth);
    } else {
      MappingStartEvent start = (MappingStartEvent) event;
      rejectTag(start, start.getTag());
      node = mapping(start, depth);
    }
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), node);
    }
    return node;
  }

  private Node sequence(SequenceStartEvent start, int depth) {
    List<Node> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    return new Node.Sequence(items, span(start, parser.getEvent()));
  }

  private Node mapping(MappingStartEvent start, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Node key = node(depth + 1);
      Node value = node(depth + 1);
      if (!(key instanceof Node.Scalar word)) {
        problems.error(UNSUPPORTED, key.span(), "a key is a single word, not " + key.kind());
        continue;
      }
      if (entries.size() == MAX_KEYS) {
        throw new Refused(word.span(), "a mapping with more than %,d keys".formatted(MAX_KEYS));
      }
      Node.Entry entry = new Node.Entry(word.text(), word.span(), value);
      Node.Entry first = entries.putIfAbsent(word.text(), entry);
      if (first != null) {
        problems.error(
            DUPLICATE_KEY,
            word.span(),
            "duplicate key `%s`, first on line %d".formatted(word.text(), first.keySpan().line()));
      }
    }
    return new Node.Mapping(List.copyOf(entries.values()), span(start, parser.getEvent()));
  }

  /** The node behind {@code *name}. Its size counts again, so that aliases of aliases end soon. */
  private Node anchored(AliasEvent alias) {
    Node node = anchors.get(alias.getAnchor());
    if (node == null) {
      throw refuse(alias, "no `&%s` stands before this alias".formatted(alias.getAnchor()));
    }
    nodes += size(node);
    if (nodes > MAX_NODES) {
      throw refuse(alias, "the aliases unfold to more than %,d values".formatted(MAX_NODES));
    }
    return node;
  }

  private static int size(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return 1 + sequence.items().stream().mapToInt(YamlReader::size).sum();
    }
    if (node instanceof Node.Mapping mapping) {
      return 1 + mapping.entries().stream().mapToInt(entry -> size(entry.value())).sum();
    }
    return 1;
  }

  private void rejectTag(Event event, @Nullable String tag) {
    if (tag != null) {
      problems.error(
          UNSUPPORTED,
          span(event, event),
          "the tag `%s` is not supported".formatted(tag.replace("tag:yaml.org,2002:", "!!")),
          "leave it out: a value is typed by the key that it belongs to");
    }
  }

  private Refused refuse(Event event, String message) {
    return new Refused(span(event, event), message);
  }

  private Span span(Event start, Event end) {
    return span(source, start.getStartMark(), end.getEndMark());
  }

  /** SnakeYAML counts lines and columns from 0. */
  private static Span span(Source source, Mark start, Mark end) {
    return new Span(
        source, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
  }

  /** Ends the reading of a text that goes beyond what a configuration needs. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Span span;
    private final String message;

    Refused(Span span, String message) {
      super(message, null, false, false);
      this.span = span;
      this.message = message;
    }
  }
}
