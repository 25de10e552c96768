// What most programs look like: Express, and pg for each answer. support/express-app.ts makes one file of it.
import express from 'express'
import pg from 'pg'

const database = new pg.Pool()
const app = express()
app.use(express.json())
app.get('/', async (_request, response) => {
  const { rows } = await database.query('select current_database() as name')
  response.json(rows[0])
})
app.listen(process.env.PORT)
