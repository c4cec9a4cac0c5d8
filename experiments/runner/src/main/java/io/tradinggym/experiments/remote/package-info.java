/** What a machine does with a task that reaches it. */
@NullMarked
package io.tradinggym.experiments.remote;

import org.jspecify.annotations.NullMarked;
