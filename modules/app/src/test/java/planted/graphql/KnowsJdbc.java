package planted.graphql;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A controller that asks the database itself. */
public record KnowsJdbc(JdbcClient jdbc) {}
