package fr.pixlti.tool.shared;

/** Who did what in the admin console. Rows are written in the transaction of the deed and never changed. */
public interface AuditLog {

    /**
     * @param action code, for example {@code lti.deployment-approved}; the bundle key is {@code audit.} + code
     * @param subject what it was done to, as an operator knows it: a platform's name, a key's id; no personal data
     */
    void record(CurrentOperator operator, String action, String subject);
}
