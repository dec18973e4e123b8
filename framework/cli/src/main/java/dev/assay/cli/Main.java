package dev.assay.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.ParameterException;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Words;
import dev.assay.engine.EnvironmentException;
import dev.assay.engine.dataset.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program. */
public final class Main {

  /** What the parser says of a word that is none of those that an option takes. */
  private static final Pattern CHOICE =
      Pattern.compile("Invalid value for (\\S+) parameter\\. Allowed values:\\[(.*)]");

  /** What it says of a word where a number stands. */
  private static final Pattern NUMBER =
      Pattern.compile("\"(\\S+)\": couldn't convert \"(.*)\" to an? (\\w+)", Pattern.DOTALL);

  private static List<String> arguments = List.of();

  private Main() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    arguments = List.of(args);
    Locale.setDefault(Locale.ROOT); // numbers and messages are the same everywhere
    System.exit(run(args));
  }

  /** All verbs, in the order in which they are listed. */
  static Map<String, Command> commands() {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("run", new RunCommand());
    commands.put("sweep", new SweepCommand());
    commands.put("check", new CheckCommand());
    commands.put("plan", new PlanCommand());
    commands.put("test", new TestCommand());
    commands.put("evaluate", new EvaluateCommand());
    commands.put("predict", new PredictCommand());
    commands.put("generate", new GenerateCommand());
    commands.put("data", new DataCommand());
    commands.put("report", new ReportCommand());
    commands.put("runs", new RunsCommand());
    commands.put("plugins", new PluginsCommand());
    commands.put("explain", new ExplainCommand());
    commands.put("schema", new SchemaCommand());
    commands.put("init", new InitCommand());
    commands.put("migrate", new MigrateCommand());
    commands.put("completion", new CompletionCommand());
    commands.put("doctor", new DoctorCommand());
    return commands;
  }

  /** What was called, for the record of a run. */
  static List<String> command() {
    List<String> command = new ArrayList<>(List.of("assay"));
    command.addAll(arguments);
    return command;
  }

  /** How to start this program again: the JVM, its options, and this class. */
  static List<String> program() {
    List<String> program = new ArrayList<>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith(Terminal.OPTION_PREFIX)) // it writes to files
        .forEach(program::add);
    program.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return program;
  }

  private static int run(String... args) {
    Map<String, Command> commands = commands();
    JCommander parser;
    Command command;
    try {
      if (args.length == 0 || List.of("-h", "--help", "help").contains(args[0])) {
        return usage(commands, args);
      }
      if (args[0].equals("--version")) {
        System.out.println("assay " + version());
        return Exit.FINE;
      }
      refuseUnknownVerb(args[0], commands);
      command = Objects.requireNonNull(commands.get(args[0]));
      // To read the options of the others, too, takes as long as to check a file.
      parser = parser(Map.of(args[0], command));
      refuseUnknownOption(parser, args);
      parser.parse(args);
    } catch (ParameterException | UsageException e) {
      System.err.println("assay: " + sentence(e, args[0]));
      return Exit.CONFIGURATION;
    }
    if (command.common().help) {
      JCommander verb = Objects.requireNonNull(parser.getCommands().get(args[0]));
      System.out.print(Help.verb(args[0], command, verb));
      return Exit.FINE;
    }
    return run(command);
  }

  /** A parser that knows all verbs. */
  static JCommander parser(Map<String, Command> commands) {
    JCommander parser = new JCommander();
    parser.setProgramName("assay");
    parser.setExpandAtSign(false);
    commands.forEach(parser::addCommand);
    return parser;
  }

  private static int usage(Map<String, Command> commands, String... args) {
    System.out.print(Help.verbs(commands));
    return args.length == 0 ? Exit.CONFIGURATION : Exit.FINE;
  }

  private static void refuseUnknownVerb(String verb, Map<String, Command> commands) {
    if (!commands.containsKey(verb)) {
      String question = Nearest.question(verb, commands.keySet());
      throw new UsageException(
          "there is no verb `%s`; %s"
              .formatted(verb, question.isEmpty() ? "`assay --help` lists them" : question));
    }
  }

  /** The parser would take an option that it does not know for a file. */
  private static void refuseUnknownOption(JCommander parser, String... args) {
    Map<String, Boolean> options = new TreeMap<>();
    JCommander verb = Objects.requireNonNull(parser.getCommands().get(args[0]));
    for (ParameterDescription option : verb.getParameters()) {
      boolean takesValue = option.getParameterized().getType() != boolean.class;
      Stream.of(option.getParameter().names()).forEach(name -> options.put(name, takesValue));
    }
    for (int i = 1; i < args.length; i++) {
      boolean value = options.getOrDefault(args[i - 1], false);
      if (args[i].startsWith("-") && !value && !options.containsKey(args[i])) {
        String question = Nearest.question(args[i], options.keySet());
        String help = "`assay %s --help` lists them".formatted(args[0]);
        throw new UsageException(
            "there is no option `%s`; %s".formatted(args[i], question.isEmpty() ? help : question));
      }
    }
  }

  /** What the parser says of a call that lacks something, in words for its user. */
  private static String sentence(RuntimeException e, String verb) {
    String said = String.valueOf(e.getMessage());
    Matcher choice = CHOICE.matcher(said);
    if (choice.matches()) {
      String words = choice.group(2).toLowerCase(Locale.ROOT);
      return "`%s` takes %s".formatted(choice.group(1), Words.or(List.of(words.split(", "))));
    }
    Matcher number = NUMBER.matcher(said);
    if (number.matches()) {
      return "`%s` takes a %snumber, not `%s`"
          .formatted(
              number.group(1), number.group(3).equals("double") ? "" : "whole ", number.group(2));
    }
    return said.startsWith("Main parameters are required")
        ? "`assay %s` needs %s; `assay %1$s --help` explains it"
            .formatted(verb, said.replaceAll(".*\\(\"(.*)\"\\).*", "$1"))
        : said;
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static int run(Command command) {
    Shell shell = new Shell(command.common());
    try {
      refuseSarif(command);
      return command.run(shell);
    } catch (UsageException e) {
      return failed(shell, command, e, Exit.CONFIGURATION);
    } catch (DataException e) {
      shell.error(e.getMessage() + (e.hint() == null ? "" : "; " + e.hint()));
      return Exit.CONFIGURATION;
    } catch (EnvironmentException e) {
      return failed(shell, command, e, Exit.ENVIRONMENT);
    } catch (IOException | UncheckedIOException e) {
      return failed(shell, command, e, Exit.FAILED);
    } catch (InterruptedException e) {
      return Exit.INTERRUPTED;
    } catch (OutOfMemoryError e) {
      shell.error(
          ("this needs more than the %,d MB that the JVM may have; the variable"
                  + " ASSAY_JAVA_OPTIONS=-Xmx16g gives it 16 GB, and `assay plan` says what a"
                  + " network needs")
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
      trace(shell, command, e);
      return Exit.ENVIRONMENT;
    } catch (Exception | LinkageError | VirtualMachineError e) {
      shell.error("%s; --debug shows where".formatted(e));
      trace(shell, command, e);
      return Exit.FAILED;
    }
  }

  private static void refuseSarif(Command command) {
    boolean sarif = command.common().format == CommonOptions.Format.SARIF;
    if (sarif && !(command instanceof CheckCommand)) {
      throw new UsageException("`--format sarif` is for `assay check`");
    }
  }

  private static int failed(Shell shell, Command command, Exception e, int code) {
    shell.error(String.valueOf(e.getMessage()));
    trace(shell, command, e);
    return code;
  }

  private static void trace(Shell shell, Command command, Throwable e) {
    if (command.common().debug) {
      e.printStackTrace(shell.err());
    }
  }
}
