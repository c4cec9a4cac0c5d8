package io.tradinggym.experiments.cli;

import io.tradinggym.api.Option;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Registry;
import io.tradinggym.experiments.UserError;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the environments, or the options of one. */
@Command(
    name = "list",
    description = "Lists the environments that are installed, or the options of one of them.")
final class ListCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ENV",
      description = "Show this environment's options.")
  private @Nullable String id;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (id == null) {
      all(out);
    } else {
      one(out, registration(id));
    }
  }

  private static void all(PrintWriter out) {
    List<Registration> registrations = Registry.global().list();
    int width = registrations.stream().mapToInt(r -> r.id().length()).max().orElse(0);
    for (Registration registration : registrations) {
      out.printf("%-" + width + "s  %s%n", registration.id(), registration.description());
    }
  }

  private static Registration registration(String id) {
    try {
      return Registry.global().get(id);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static void one(PrintWriter out, Registration registration) {
    out.println(registration.id() + ": " + registration.description());
    out.println(registration.options().isEmpty() ? "No options." : "Options:");
    for (Option<?> option : registration.options()) {
      String byDefault = option.byDefault() == null ? "" : " [" + option.byDefault() + "]";
      out.printf("  %-20s %s%s%n", option.name(), option.meaning(), byDefault);
    }
  }
}
